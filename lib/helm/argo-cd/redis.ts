import type { Manifest } from '../../model/manifest';
import type { Pod } from '../../model/workload';
import type { Release } from '../helm-chart';
import { configMap, job, namespacedRbac, service, serviceAccount, workload } from '../objects';
import { container, podFacts } from '../pod-values';
import { globalPod } from './parts';
import type { ArgoCdValues } from './values';

/** The cache: one Redis, or the subchart redis-ha in its place, and the Job that makes its password. */
export function redisObjects(release: Release<ArgoCdValues>): Manifest[] {
  const cache = release.values['redis-ha']?.enabled ? highlyAvailable(release) : single(release);
  return [...cache, ...secretInit(release)];
}

function single({ name, namespace, values }: Release<ArgoCdValues>): Manifest[] {
  const { redis = {} } = values;
  if (redis.enabled === false) return [];
  const full = `${name}-redis`;
  const pod: Pod = {
    ...globalPod(values, redis),
    serviceAccountName: 'default',
    containers: [container('redis', redis.resources)],
  };
  return [
    configMap(namespace, `${full}-health-configmap`),
    service(namespace, full, [{ name: 'tcp-redis', port: 6379 }]),
    workload('Deployment', namespace, full, 1, pod),
  ];
}

function highlyAvailable(release: Release<ArgoCdValues>): Manifest[] {
  const { name, namespace, values } = release;
  const { replicas = 3 } = values['redis-ha'] ?? {};
  const full = `${name}-redis-ha`;
  const ports = [
    { name: 'tcp-server', port: 6379 },
    { name: 'tcp-sentinel', port: 26379 },
  ];
  const announced = Array.from({ length: replicas }, (_, index) => `${full}-announce-${index}`);
  return [
    ...[full, `${full}-haproxy`].flatMap((each) => [
      serviceAccount(namespace, each),
      ...namespacedRbac(namespace, each),
    ]),
    ...[`${full}-configmap`, `${full}-health-configmap`].map((each) => configMap(namespace, each)),
    ...[full, ...announced].map((each) => service(namespace, each, ports)),
    workload('StatefulSet', namespace, `${full}-server`, replicas, redisHaPod(release)),
    ...haproxy(release),
  ];
}

function redisHaPod({ name, values }: Release<ArgoCdValues>): Pod {
  const { init, redis, sentinel, splitBrainDetection, ...own } = values['redis-ha'] ?? {};
  return {
    ...podFacts(own, { priorityClassName: values.global.priorityClassName }),
    serviceAccountName: `${name}-redis-ha`,
    initContainers: [container('config-init', init?.resources)],
    containers: [
      container('redis', redis?.resources),
      container('sentinel', sentinel?.resources),
      container('split-brain-fix', splitBrainDetection?.resources),
    ],
  };
}

function haproxy({ name, namespace, values }: Release<ArgoCdValues>): Manifest[] {
  const { init, replicas = 3, resources, ...own } = values['redis-ha']?.haproxy ?? {};
  const full = `${name}-redis-ha-haproxy`;
  const pod: Pod = {
    ...podFacts(own, { priorityClassName: values.global.priorityClassName }),
    serviceAccountName: full,
    initContainers: [container('config-init', init?.resources)],
    containers: [container('haproxy', resources)],
  };
  const ports = [
    { name: 'tcp-haproxy', port: 6379 },
    { name: 'http-exporter-port', port: 9101 },
  ];
  return [service(namespace, full, ports), workload('Deployment', namespace, full, replicas, pod)];
}

function secretInit({ name, namespace, values }: Release<ArgoCdValues>): Manifest[] {
  const { redisSecretInit = {} } = values;
  if (redisSecretInit.enabled === false) return [];
  const full = `${name}-redis-secret-init`;
  const pod: Pod = {
    ...globalPod(values, redisSecretInit),
    serviceAccountName: full,
    containers: [container('secret-init', redisSecretInit.resources)],
  };
  return [serviceAccount(namespace, full), ...namespacedRbac(namespace, full), job(namespace, full, pod)];
}
