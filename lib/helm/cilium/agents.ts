import type { Manifest } from '../../model/manifest';
import type { Container, Pod } from '../../model/workload';
import type { Release } from '../helm-chart';
import { clusterRbac, configMap, daemonSet, object, service, serviceAccount, serviceMonitor } from '../objects';
import { container, ON_LINUX, podFacts } from '../pod-values';
import type { CiliumValues } from './values';

/** Tolerations that the chart gives to what runs on every node, and to the operator. */
const ANYWHERE = [{ operator: 'Exists' }] as const;
const OPERATOR_TOLERATIONS = [
  { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' },
  { key: 'node-role.kubernetes.io/master', operator: 'Exists' },
  { key: 'node.kubernetes.io/not-ready', operator: 'Exists' },
  { key: 'node.cloudprovider.kubernetes.io/uninitialized', operator: 'Exists' },
] as const;

/** What `cni.resources` defaults to. */
const CNI_RESOURCES = { requests: { cpu: '100m', memory: '10Mi' } };

/** The agent and Envoy on every node, and the operator. */
export function agentObjects(release: Release<CiliumValues>): Manifest[] {
  return [...agent(release), ...envoy(release), ...operator(release)];
}

function agent({ namespace, values }: Release<CiliumValues>): Manifest[] {
  const { enabled, serviceMonitor: monitor } = values.prometheus ?? {};
  return [
    serviceAccount(namespace, 'cilium'),
    ...clusterRbac('cilium'),
    configMap(namespace, 'cilium-config'),
    daemonSet(namespace, 'cilium', agentPod(values)),
    ...(enabled && monitor?.enabled
      ? [
          service(namespace, 'cilium-agent', [{ name: 'metrics', port: 9962 }]),
          serviceMonitor(namespace, 'cilium-agent', monitor.labels ?? {}, 'metrics'),
        ]
      : []),
  ];
}

function agentPod(values: CiliumValues): Pod {
  const { tolerations = ANYWHERE } = values;
  return {
    ...podFacts(values, { priorityClassName: 'system-node-critical' }),
    nodeSelector: { ...ON_LINUX, ...values.nodeSelector },
    tolerations,
    serviceAccountName: 'cilium',
    initContainers: initContainers(values),
    containers: [container('cilium-agent', values.resources)],
  };
}

/** In their order (`templates/cilium-agent/daemonset.yaml`). */
function initContainers({ cgroup, cni, initResources }: CiliumValues): Container[] {
  return [
    container('config', initResources),
    container('mount-cgroup', cgroup?.autoMount?.resources),
    container('apply-sysctl-overwrites', initResources),
    container('mount-bpf-fs', initResources),
    container('clean-cilium-state', initResources),
    container('install-cni-binaries', cni?.resources ?? CNI_RESOURCES),
  ];
}

function envoy({ namespace, values }: Release<CiliumValues>): Manifest[] {
  const { envoy: own = {} } = values;
  if (own.enabled === false) return [];
  const { enabled = true, serviceMonitor: monitor } = own.prometheus ?? {};
  const pod: Pod = {
    ...podFacts(own, { priorityClassName: 'system-node-critical', tolerations: ANYWHERE }),
    nodeSelector: { ...ON_LINUX, ...own.nodeSelector },
    serviceAccountName: 'cilium-envoy',
    containers: [container('cilium-envoy', own.resources)],
  };
  return [
    serviceAccount(namespace, 'cilium-envoy'),
    configMap(namespace, 'cilium-envoy-config'),
    daemonSet(namespace, 'cilium-envoy', pod),
    ...(enabled ? [service(namespace, 'cilium-envoy', [{ name: 'envoy-metrics', port: 9964 }])] : []),
    ...(enabled && monitor?.enabled
      ? [serviceMonitor(namespace, 'cilium-envoy', monitor.labels ?? {}, 'envoy-metrics')]
      : []),
  ];
}

function operator({ namespace, values }: Release<CiliumValues>): Manifest[] {
  const { operator: own = {} } = values;
  const { enabled = true, serviceMonitor: monitor } = own.prometheus ?? {};
  const pod: Pod = {
    ...podFacts(own, { priorityClassName: 'system-cluster-critical', tolerations: OPERATOR_TOLERATIONS }),
    nodeSelector: { ...ON_LINUX, ...own.nodeSelector },
    serviceAccountName: 'cilium-operator',
    containers: [container('cilium-operator', own.resources)],
  };
  return [
    serviceAccount(namespace, 'cilium-operator'),
    ...clusterRbac('cilium-operator'),
    object('apps/v1', 'Deployment', 'cilium-operator', namespace, {
      spec: { replicas: own.replicas ?? 2, strategy: own.updateStrategy ?? {}, template: { spec: pod } },
    }),
    ...(enabled && monitor?.enabled
      ? [
          service(namespace, 'cilium-operator', [{ name: 'metrics', port: 9963 }]),
          serviceMonitor(namespace, 'cilium-operator', monitor.labels ?? {}, 'metrics'),
        ]
      : []),
  ];
}

/** Roles in the namespace that certificates are copied to: agents read there, the operator writes. */
export function secretsNamespace({ namespace, values }: Release<CiliumValues>): Manifest[] {
  const { enabled, secretsNamespace: synced = {} } = values.gatewayAPI;
  const { create = true, name = 'cilium-secrets', sync = true } = synced;
  const roles = [
    ...(enabled ? ['cilium-gateway-secrets'] : []),
    ...(enabled && sync ? ['cilium-operator-gateway-secrets'] : []),
    'cilium-tlsinterception-secrets',
    'cilium-operator-tlsinterception-secrets',
  ];
  return [
    ...(create ? [object('v1', 'Namespace', name)] : []),
    ...rolesIn(namespace, ['cilium-config-agent']),
    ...rolesIn(name, roles),
  ];
}

function rolesIn(namespace: string, names: readonly string[]): Manifest[] {
  return names.flatMap((name) =>
    ['Role', 'RoleBinding'].map((kind) => object('rbac.authorization.k8s.io/v1', kind, name, namespace)),
  );
}
