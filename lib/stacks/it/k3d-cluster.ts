import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { Directory } from '../../constructs/directory';
import { KUBERNETES_VERSION, POD_CIDR } from '../../model/kubernetes';
import type { NodePool, NodePools, Platform, Taint } from '../../model/platform';

/** Node ports that the host's ports 80 and 443 are mapped to. */
export const NODE_PORTS = { http: 30080, https: 30443 } as const;

/** The demo cluster (k3d.io/v1alpha5 Simple): one node pool after the other, without what Cilium replaces. */
export class K3dCluster extends Directory {
  constructor(scope: Construct, platform: Platform) {
    super(scope, 'k3d-cluster', {
      platform,
      layer: 'IT',
      stack: 'it',
      path: 'IT',
      labels: {},
      fileNames: { Simple: 'k3d-cluster.yaml' },
    });
    const { clusterName, nodePools } = platform;
    const { controlPlane, infra, workloads } = nodePools;

    new ApiObject(this, 'Resource', {
      apiVersion: 'k3d.io/v1alpha5',
      kind: 'Simple',
      metadata: { name: clusterName },
      servers: controlPlane.nodes,
      agents: infra.nodes + workloads.nodes,
      image: `rancher/k3s:v${KUBERNETES_VERSION}-k3s1`,
      ports: [
        { port: `80:${NODE_PORTS.http}`, nodeFilters: ['server:0'] },
        { port: `443:${NODE_PORTS.https}`, nodeFilters: ['server:0'] },
      ],
      options: {
        k3d: { wait: true },
        k3s: { extraArgs: extraArgs(nodePools), nodeLabels: nodeLabels(nodePools) },
        kubeconfig: { updateDefaultKubeconfig: true, switchCurrentContext: true },
      },
    });
  }
}

/** What k3s leaves to Cilium, and the taints of the pools. */
function extraArgs(pools: NodePools) {
  const disabled = [
    '--flannel-backend=none',
    '--disable-network-policy',
    '--disable-kube-proxy',
    '--disable=traefik',
    '--disable=servicelb',
    `--cluster-cidr=${POD_CIDR}`,
  ].map((arg) => ({ arg, nodeFilters: ['server:*'] }));
  const tainted = nodesOf(pools).flatMap(({ filter, pool }) =>
    pool.taints.map((taint) => ({ arg: `--node-taint=${taintText(taint)}`, nodeFilters: [filter] })),
  );
  return [...disabled, ...tainted];
}

function nodeLabels(pools: NodePools) {
  return nodesOf(pools).flatMap(({ filter, pool }) =>
    Object.entries(pool.labels).map(([key, value]) => ({ label: `${key}=${value}`, nodeFilters: [filter] })),
  );
}

/** The pool of each node: servers are the control plane, agents are infra first and workloads after. */
function nodesOf({ controlPlane, infra, workloads }: NodePools): { filter: string; pool: NodePool }[] {
  const numbered = (role: string, from: number, pool: NodePool) =>
    Array.from({ length: pool.nodes }, (_, index) => ({ filter: `${role}:${from + index}`, pool }));
  return [
    ...numbered('server', 0, controlPlane),
    ...numbered('agent', 0, infra),
    ...numbered('agent', infra.nodes, workloads),
  ];
}

function taintText({ key, value, effect }: Taint): string {
  return value === undefined ? `${key}:${effect}` : `${key}=${value}:${effect}`;
}
