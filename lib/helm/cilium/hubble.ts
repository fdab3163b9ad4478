import type { Manifest } from '../../model/manifest';
import type { Pod } from '../../model/workload';
import type { Release } from '../helm-chart';
import {
  clusterRbac,
  configMap,
  job,
  namespacedRbac,
  object,
  secret,
  service,
  serviceAccount,
  serviceMonitor,
  workload,
} from '../objects';
import { container, ON_LINUX, podFacts } from '../pod-values';
import type { CiliumValues, HubbleValues } from './values';

/** What shows the network's flows: metrics of the agents, the relay, the UI, and the Job that makes their certificates. */
export function hubbleObjects(release: Release<CiliumValues>): Manifest[] {
  const { hubble = {} } = release.values;
  if (hubble.enabled === false) return [];
  return [
    service(release.namespace, 'hubble-peer', [{ name: 'peer-service', port: 443 }]),
    ...metrics(release.namespace, hubble),
    ...relay(release.namespace, hubble),
    ...ui(release.namespace, hubble),
    ...certificates(release, hubble),
  ];
}

/** Secrets that the certificate Job makes. */
export function hubbleSecrets({ namespace, values }: Release<CiliumValues>): Manifest[] {
  const { hubble = {} } = values;
  if (hubble.enabled === false || hubble.tls?.auto?.method !== 'cronJob') return [];
  return secrets(namespace, hubble);
}

function metrics(namespace: string, { metrics: own = {} }: HubbleValues): Manifest[] {
  if (own.enabled === undefined || own.enabled.length === 0) return [];
  const monitor = own.serviceMonitor;
  return [
    service(namespace, 'hubble-metrics', [{ name: 'hubble-metrics', port: 9965 }]),
    ...(monitor?.enabled ? [serviceMonitor(namespace, 'hubble', monitor.labels ?? {}, 'hubble-metrics')] : []),
  ];
}

function relay(namespace: string, { relay: own = {} }: HubbleValues): Manifest[] {
  if (!own.enabled) return [];
  const pod: Pod = {
    ...podFacts(own),
    nodeSelector: { ...ON_LINUX, ...own.nodeSelector },
    serviceAccountName: 'hubble-relay',
    containers: [container('hubble-relay', own.resources)],
  };
  const { enabled: measured, serviceMonitor: monitor } = own.prometheus ?? {};
  return [
    serviceAccount(namespace, 'hubble-relay'),
    configMap(namespace, 'hubble-relay-config'),
    service(namespace, 'hubble-relay', [{ port: 80 }]),
    workload('Deployment', namespace, 'hubble-relay', own.replicas ?? 1, pod),
    ...(measured ? [service(namespace, 'hubble-relay-metrics', [{ name: 'metrics', port: 9966 }])] : []),
    ...(measured && monitor?.enabled
      ? [serviceMonitor(namespace, 'hubble-relay', monitor.labels ?? {}, 'metrics')]
      : []),
  ];
}

function ui(namespace: string, { ui: own = {} }: HubbleValues): Manifest[] {
  if (!own.enabled) return [];
  const pod: Pod = {
    ...podFacts(own),
    nodeSelector: { ...ON_LINUX, ...own.nodeSelector },
    serviceAccountName: 'hubble-ui',
    containers: [container('frontend', own.frontend?.resources), container('backend', own.backend?.resources)],
  };
  return [
    serviceAccount(namespace, 'hubble-ui'),
    ...clusterRbac('hubble-ui'),
    configMap(namespace, 'hubble-ui-nginx'),
    service(namespace, 'hubble-ui', [{ name: 'http', port: 80 }]),
    workload('Deployment', namespace, 'hubble-ui', own.replicas ?? 1, pod),
  ];
}

function certificates({ namespace, values }: Release<CiliumValues>, hubble: HubbleValues): Manifest[] {
  if (hubble.tls?.auto?.method !== 'cronJob') {
    return secrets(namespace, hubble);
  }
  const name = 'hubble-generate-certs';
  const pod: Pod = {
    ...podFacts(values.certgen),
    serviceAccountName: name,
    containers: [container('certgen', values.certgen?.resources)],
  };
  const jobTemplate = { spec: { template: { spec: pod } } };
  return [
    serviceAccount(namespace, name),
    ...namespacedRbac(namespace, name),
    job(namespace, name, pod),
    object('batch/v1', 'CronJob', name, namespace, { spec: { jobTemplate } }),
  ];
}

function secrets(namespace: string, { relay: { enabled = false } = {} }: HubbleValues): Manifest[] {
  const names = ['hubble-server-certs', ...(enabled ? ['hubble-relay-client-certs'] : [])];
  return [
    secret(namespace, 'cilium-ca', ['ca.crt', 'ca.key']),
    ...names.map((name) => secret(namespace, name, ['ca.crt', 'tls.crt', 'tls.key'])),
  ];
}
