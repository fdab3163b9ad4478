import { Component } from '../../constructs/component';
import { HelmRelease } from '../../constructs/helm-release';
import { MONITOR_LABELS } from '../../constructs/monitor-labels';
import { everyNode, placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { Stack } from '../../constructs/stack';
import { type CiliumValues, cilium, type HubbleValues } from '../../helm/cilium';
import type { PodValues } from '../../helm/pod-values';
import { POD_CIDR } from '../../model/kubernetes';
import type { Platform } from '../../model/platform';
import type { Resources, Toleration } from '../../model/workload';

/** Init containers run one after the other, and before the agent. */
const INIT: Resources = {
  requests: { cpu: '50m', memory: '32Mi' },
  limits: { cpu: '500m', memory: '128Mi' },
};

/**
 * Taints of a node that has no network yet. The operator registers Cilium's CRDs and hands out the pod addresses that the
 * agents wait for: waiting for a ready node itself, it would never start (the chart's default for `operator.tolerations`).
 */
const WITHOUT_NETWORK: readonly Toleration[] = [
  { key: 'node.kubernetes.io/not-ready', operator: 'Exists' },
  { key: 'node.cloudprovider.kubernetes.io/uninitialized', operator: 'Exists' },
];

/** Flows that are worth a time series each; `httpV2` names workloads instead of addresses. */
const FLOWS = [
  'dns',
  'drop',
  'tcp',
  'flow',
  'port-distribution',
  'icmp',
  'httpV2:labelsContext=source_namespace,destination_namespace',
];

/** The network of pods and Services, and the controller of the Gateway. Nothing else runs before it does. */
export class Cilium extends Component {
  constructor(stack: Stack) {
    super(stack, 'cilium', { namespace: 'kube-system' });
    new HelmRelease(this, 'release', { chart: cilium, values: values(this.platform) });
  }
}

function values(platform: Platform): CiliumValues {
  return {
    kubeProxyReplacement: true,
    // The first server of a k3d cluster, by the name of its container.
    k8sServiceHost: `k3d-${platform.clusterName}-server-0`,
    k8sServicePort: 6443,
    l7Proxy: true,
    // Through the host's stack: Docker's DNS reaches the nodes of k3d by rules of iptables, which BPF routing goes past.
    bpf: { hostLegacyRouting: true },
    gatewayAPI: {
      enabled: true,
      gatewayClass: { create: 'false' },
      secretsNamespace: { create: true, name: 'cilium-secrets', sync: true },
    },
    ipam: {
      mode: 'cluster-pool',
      operator: { clusterPoolIPv4PodCIDRList: [POD_CIDR], clusterPoolIPv4MaskSize: 24 },
    },
    rollOutCiliumPods: true,
    ...onEveryNode(),
    resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '1', memory: '768Mi' } },
    initResources: INIT,
    cni: { resources: INIT },
    cgroup: { autoMount: { resources: INIT } },
    certgen: {
      ...inPool(platform, 'platform-infrastructure'),
      resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '100m', memory: '64Mi' } },
    },
    prometheus: monitored(platform),
    operator: {
      ...inPool(platform, 'system-cluster-critical'),
      tolerations: [...placeOn(platform, 'infra').tolerations, ...WITHOUT_NETWORK],
      ...operators(platform),
      rollOutPods: true,
      resources: { requests: { cpu: '20m', memory: '96Mi' }, limits: { cpu: '300m', memory: '256Mi' } },
      prometheus: monitored(platform),
    },
    envoy: {
      enabled: true,
      rollOutPods: true,
      ...onEveryNode(),
      resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
      prometheus: monitored(platform),
    },
    hubble: hubble(platform),
  };
}

function hubble(platform: Platform): HubbleValues {
  const { observability } = platform.stacks;
  return {
    enabled: true,
    tls: { auto: { method: 'cronJob' } },
    metrics: {
      enabled: observability ? FLOWS : [],
      serviceMonitor: { enabled: observability, labels: MONITOR_LABELS },
    },
    relay: {
      enabled: true,
      rollOutPods: true,
      ...inPool(platform, 'platform-observability'),
      resources: { requests: { cpu: '10m', memory: '48Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
      prometheus: monitored(platform),
    },
    ui: {
      enabled: true,
      ...inPool(platform, 'platform-dashboards'),
      backend: { resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '100m', memory: '128Mi' } } },
      frontend: { resources: { requests: { cpu: '5m', memory: '16Mi' }, limits: { cpu: '100m', memory: '64Mi' } } },
    },
  };
}

/** Without the network no pod works: it keeps the priority that Kubernetes reserves for such agents. */
function onEveryNode(): PodValues {
  return { ...everyNode(), priorityClassName: 'system-node-critical' };
}

function inPool(platform: Platform, priorityClassName: PriorityClassName | 'system-cluster-critical'): PodValues {
  return { ...placeOn(platform, 'infra'), priorityClassName };
}

function monitored({ stacks }: Platform) {
  return { enabled: stacks.observability, serviceMonitor: { enabled: stacks.observability, labels: MONITOR_LABELS } };
}

/** Operators use the host's ports, and no node runs two of them: one per node of the pool at most, and none to spare for an update. */
function operators({ nodePools, sizing }: Platform) {
  return {
    replicas: Math.min(sizing.replicas, nodePools.infra.nodes),
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
  } as const;
}
