import type { PoolName } from '../model/platform';
import type { NodePoolSettings } from '../model/settings';

/**
 * The pools of the demo cluster, and what a pool has where the settings say nothing. Servers get no label under
 * `node-role.kubernetes.io`: k3s sets that itself, and a kubelet may not.
 */
export const NODE_POOLS: Readonly<Record<PoolName, Required<NodePoolSettings>>> = {
  controlPlane: {
    nodes: 1,
    labels: { 'node-role': 'control-plane' },
    taints: ['node-role.kubernetes.io/control-plane:NoSchedule'],
  },
  infra: { nodes: 1, labels: { 'node-role': 'it-infra' }, taints: [] },
  workloads: { nodes: 1, labels: { 'node-role': 'k8s-workloads' }, taints: [] },
};
