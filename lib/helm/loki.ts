import type { Manifest } from '../model/manifest';
import type { Pod } from '../model/workload';
import { fullName } from './full-name';
import type { HelmChart, Release } from './helm-chart';
import { extras } from './loki/extras';
import type { LokiValues } from './loki/values';
import { configMap, object, service, serviceAccount, serviceMonitor } from './objects';
import { container, podFacts } from './pod-values';
import { isOn } from './switch';

type LokiRelease = Release<LokiValues>;

/**
 * Loki as one pod. Its memberlist Service selects pods by `app.kubernetes.io/part-of: memberlist`.
 *
 * Templates name their namespace.
 */
export const loki: HelmChart<LokiValues> = {
  name: 'loki',
  repo: 'https://grafana.github.io/helm-charts',
  version: '6.42.0',
  appVersion: '3.5.5',
  includeCRDs: false,
  reservedLabels: ['app.kubernetes.io/part-of'],
  asksFor: ['monitoring.coreos.com/v1/PrometheusRule', 'monitoring.coreos.com/v1/ServiceMonitor'],
  render: (release) => ({
    objects: [...singleBinary(release), ...monitor(release), ...extras(release)],
    controllerMade: [],
    secretsRead: [],
  }),
};

function singleBinary({ name: release, namespace, values }: LokiRelease): Manifest[] {
  const name = fullName(release, 'loki');
  const http = { name: 'http-metrics', port: 3100 };
  const grpc = { name: 'grpc', port: 9095 };
  return [
    serviceAccount(namespace, 'loki'),
    ...(values.rbac?.namespaced === true ? [] : clusterRoles(name)),
    configMap(namespace, 'loki'),
    configMap(namespace, 'loki-runtime'),
    service(namespace, name, [http, grpc]),
    service(namespace, `${name}-headless`, [http, grpc]),
    service(namespace, `${name}-memberlist`, [{ name: 'tcp', port: 7946 }]),
    statefulSet(namespace, name, values),
  ];
}

function clusterRoles(name: string): Manifest[] {
  return ['ClusterRole', 'ClusterRoleBinding'].map((kind) =>
    object('rbac.authorization.k8s.io/v1', kind, `${name}-${kind.toLowerCase()}`),
  );
}

/** One replica whatever is asked for: files are no storage that replicas could share (`loki.singleBinaryReplicas`). */
function statefulSet(namespace: string, name: string, { singleBinary = {}, sidecar = {} }: LokiValues): Manifest {
  const rules = isOn(sidecar.rules) ? [container('loki-sc-rules', sidecar.resources)] : [];
  const { size = '10Gi', storageClass } = singleBinary.persistence ?? {};
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: size } } };
  const spec = storageClass === undefined ? claim : { ...claim, storageClassName: storageClass };
  const pod: Pod = {
    ...podFacts(singleBinary),
    serviceAccountName: 'loki',
    containers: [container('loki', singleBinary.resources), ...rules],
  };
  return object('apps/v1', 'StatefulSet', name, namespace, {
    spec: {
      replicas: 1,
      template: { spec: pod },
      volumeClaimTemplates: isOn(singleBinary.persistence) ? [{ metadata: { name: 'storage' }, spec }] : [],
    },
  });
}

function monitor({ name, namespace, values, has }: LokiRelease): Manifest[] {
  const asked = isOn(values.monitoring?.serviceMonitor, false);
  if (!asked || !has('monitoring.coreos.com/v1/ServiceMonitor')) return [];
  return [serviceMonitor(namespace, fullName(name, 'loki'), {}, 'http-metrics')];
}
