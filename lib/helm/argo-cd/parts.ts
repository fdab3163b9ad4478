import type { Manifest } from '../../model/manifest';
import type { Pod } from '../../model/workload';
import type { Release } from '../helm-chart';
import {
  clusterRbac,
  namespacedRbac,
  type ServicePort,
  service,
  serviceAccount,
  serviceMonitor,
  workload,
} from '../objects';
import { container, ON_LINUX, type PodValues, podFacts } from '../pod-values';
import type { ArgoCdPart, ArgoCdValues } from './values';

/** One of Argo CD's own programs, as `templates/argocd-<part>/` renders it. */
interface Part {
  readonly key: 'controller' | 'server' | 'repoServer' | 'applicationSet' | 'notifications' | 'dex';
  readonly name: string;
  readonly kind?: 'StatefulSet';
  readonly ports: readonly ServicePort[];
  readonly metricsPort: number;
  readonly clusterRole: boolean;
}

const PARTS: readonly Part[] = [
  {
    key: 'controller',
    name: 'application-controller',
    kind: 'StatefulSet',
    ports: [],
    metricsPort: 8082,
    clusterRole: true,
  },
  {
    key: 'server',
    name: 'server',
    ports: [
      { name: 'http', port: 80 },
      { name: 'https', port: 443 },
    ],
    metricsPort: 8083,
    clusterRole: true,
  },
  {
    key: 'repoServer',
    name: 'repo-server',
    ports: [{ name: 'tcp-repo-server', port: 8081 }],
    metricsPort: 8084,
    clusterRole: false,
  },
  {
    key: 'applicationSet',
    name: 'applicationset-controller',
    ports: [{ name: 'http-webhook', port: 7000 }],
    metricsPort: 8080,
    clusterRole: false,
  },
  { key: 'notifications', name: 'notifications-controller', ports: [], metricsPort: 9001, clusterRole: true },
  {
    key: 'dex',
    name: 'dex-server',
    ports: [
      { name: 'http', port: 5556 },
      { name: 'grpc', port: 5557 },
    ],
    metricsPort: 5558,
    clusterRole: false,
  },
];

/** Argo CD's programs with their accounts, Services and monitors. */
export function partObjects(release: Release<ArgoCdValues>): Manifest[] {
  return PARTS.filter(({ key }) => isOn(release.values, key)).flatMap((part) => [
    ...accounts(release, part),
    ...services(release, part),
    ...monitors(release, part),
    program(release, part),
  ]);
}

/** Placement and priority of pods: a part's own values go before those of the whole chart. */
export function globalPod({ global }: ArgoCdValues, own: PodValues = {}): ReturnType<typeof podFacts> {
  const facts = podFacts(own, global);
  // Helm merges ours into the default selector of `global`, which a selector of the part's own replaces.
  return own.nodeSelector ? facts : { ...facts, nodeSelector: { ...ON_LINUX, ...facts.nodeSelector } };
}

function isOn(values: ArgoCdValues, key: Part['key']): boolean {
  return key === 'notifications' || key === 'dex' ? values[key]?.enabled !== false : true;
}

function accounts({ name, namespace }: Release<ArgoCdValues>, part: Part): Manifest[] {
  const full = `${name}-${part.name}`;
  return [
    serviceAccount(namespace, full),
    ...namespacedRbac(namespace, full),
    ...(part.clusterRole ? clusterRbac(full) : []),
  ];
}

function services({ name, namespace, values }: Release<ArgoCdValues>, part: Part): Manifest[] {
  const full = `${name}-${part.name}`;
  const own = part.ports.length > 0 ? [service(namespace, full, part.ports)] : [];
  if (!values[part.key]?.metrics?.enabled) return own;
  return [...own, service(namespace, `${full}-metrics`, [{ name: 'http-metrics', port: part.metricsPort }])];
}

/** They vanish in silence where the chart is not told of `monitoring.coreos.com/v1`. */
function monitors({ name, namespace, values, has }: Release<ArgoCdValues>, part: Part): Manifest[] {
  const metrics = values[part.key]?.metrics;
  if (!metrics?.enabled || !metrics.serviceMonitor?.enabled || !has('monitoring.coreos.com/v1')) return [];
  const labels = metrics.serviceMonitor.additionalLabels ?? {};
  return [serviceMonitor(namespace, `${name}-${part.name}`, labels, 'http-metrics')];
}

function program({ name, namespace, values }: Release<ArgoCdValues>, part: Part): Manifest {
  const own: ArgoCdPart = values[part.key] ?? {};
  const full = `${name}-${part.name}`;
  const pod: Pod = {
    ...globalPod(values, own),
    serviceAccountName: full,
    initContainers: initContainers(values, part.key),
    containers: [container(part.name, own.resources)],
  };
  return workload(part.kind ?? 'Deployment', namespace, full, own.replicas ?? 1, pod);
}

function initContainers(values: ArgoCdValues, key: Part['key']): Pod['initContainers'] {
  if (key === 'repoServer') return [container('copyutil', values.repoServer?.copyutil?.resources)];
  if (key === 'dex') return [container('copyutil', values.dex?.initImage?.resources)];
  return [];
}
