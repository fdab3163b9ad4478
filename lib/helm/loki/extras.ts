import type { Manifest } from '../../model/manifest';
import type { Pod } from '../../model/workload';
import { fullName } from '../full-name';
import type { Release } from '../helm-chart';
import { clusterRbac, configMap, daemonSet, object, service, serviceAccount, workload } from '../objects';
import { container } from '../pod-values';
import { isOn } from '../switch';
import type { LokiValues } from './values';

interface Cache {
  readonly suffix: string;
  readonly memory: string;
}

/** Memcached with the memory that the chart gives it: 8192 and 1024 MiB, and a fifth more. */
const CACHES: Readonly<Record<'chunksCache' | 'resultsCache', Cache>> = {
  chunksCache: { suffix: 'chunks-cache', memory: '9830Mi' },
  resultsCache: { suffix: 'results-cache', memory: '1229Mi' },
};

/** What the chart brings besides, all of it on unless switched off: far too large for a small cluster. */
export function extras({ name: release, namespace, values }: Release<LokiValues>): Manifest[] {
  const name = fullName(release, 'loki');
  const caches = (['chunksCache', 'resultsCache'] as const).filter((cache) => isOn(values[cache]));
  return [
    ...(isOn(values.gateway) ? gateway(namespace, `${name}-gateway`) : []),
    ...caches.flatMap((cache) => memcached(namespace, name, CACHES[cache])),
    ...(isOn(values.lokiCanary) ? canary(namespace, `${name}-canary`) : []),
    ...(isOn(values.test)
      ? [object('v1', 'Pod', `${name}-helm-test`, namespace, { spec: { containers: [container('loki-helm-test')] } })]
      : []),
  ];
}

function gateway(namespace: string, name: string): Manifest[] {
  const pod: Pod = { serviceAccountName: 'loki', containers: [container('nginx')] };
  return [
    configMap(namespace, name),
    service(namespace, name, [{ name: 'http-metrics', port: 80 }]),
    workload('Deployment', namespace, name, 1, pod),
  ];
}

function memcached(namespace: string, loki: string, { suffix, memory }: Cache): Manifest[] {
  const resources = { requests: { cpu: '500m', memory }, limits: { memory } };
  const pod: Pod = {
    serviceAccountName: 'loki',
    containers: [container('memcached', resources), container('exporter')],
  };
  const ports = [
    { name: 'memcached-client', port: 11211 },
    { name: 'http-metrics', port: 9150 },
  ];
  const name = `${loki}-${suffix}`;
  return [service(namespace, name, ports), workload('StatefulSet', namespace, name, 1, pod)];
}

function canary(namespace: string, name: string): Manifest[] {
  return [
    serviceAccount(namespace, name),
    ...clusterRbac(name),
    service(namespace, name, [{ name: 'http-metrics', port: 3500 }]),
    daemonSet(namespace, name, { serviceAccountName: name, containers: [container('loki-canary')] }),
  ];
}
