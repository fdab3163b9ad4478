import type { Manifest } from '../../model/manifest';
import type { Pod } from '../../model/workload';
import { fullName } from '../full-name';
import type { SecretRead } from '../helm-chart';
import { configMap, namespacedRbac, object, secret, service, serviceAccount, serviceMonitor } from '../objects';
import { container, podFacts } from '../pod-values';
import { isOn } from '../switch';
import { defaultDashboards } from './default-dashboards';
import type { GrafanaValues } from './grafana-values';
import { type StackRelease, stackName } from './stack-release';

/** Grafana 10.0.0 of grafana.github.io/helm-charts, with what the stack adds to it. */
export function grafana(release: StackRelease): Manifest[] {
  const values = release.values.grafana ?? {};
  if (!isOn(values)) return [];
  const { namespace } = release;
  const name = grafanaName(release);
  return [
    serviceAccount(namespace, name),
    ...namespacedRbac(namespace, name),
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', `${name}-clusterrole`),
    object('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', `${name}-clusterrolebinding`),
    service(namespace, name, [{ name: 'http-web', port: 80 }]),
    deployment(namespace, name, values),
    // Unlike the stack's own monitors it has no label that the default selector of Prometheus looks for.
    serviceMonitor(namespace, name, { 'app.kubernetes.io/instance': release.name }, 'http-web'),
    ...configuration(release, name, values),
    ...volume(namespace, name, values),
    ...connectionTest(namespace, name, values),
    ...(values.defaultDashboardsEnabled === false ? [] : defaultDashboards(release)),
  ];
}

/** The Secret with the administrator's name and password, where another owner makes it. */
export function secretsOfGrafana({ namespace, values }: StackRelease): SecretRead[] {
  const { existingSecret, userKey = 'admin-user', passwordKey = 'admin-password' } = values.grafana?.admin ?? {};
  if (!isOn(values.grafana) || existingSecret === undefined) return [];
  return [{ namespace, name: existingSecret, keys: [userKey, passwordKey] }];
}

function grafanaName(release: StackRelease): string {
  return fullName(release.name, 'grafana');
}

function deployment(namespace: string, name: string, values: GrafanaValues): Manifest {
  const { deploymentStrategy: strategy = { type: 'RollingUpdate' } } = values;
  return object('apps/v1', 'Deployment', name, namespace, {
    spec: { replicas: 1, strategy, template: { spec: pod(name, values) } },
  });
}

function pod(name: string, values: GrafanaValues): Pod {
  const { initChownData, persistence, resources, sidecar = {} } = values;
  const chown = isOn(persistence, false) && isOn(initChownData);
  return {
    ...podFacts(values),
    serviceAccountName: name,
    initContainers: chown ? [container('init-chown-data', initChownData?.resources)] : [],
    containers: [
      ...(isOn(sidecar.dashboards) ? [container('grafana-sc-dashboard', sidecar.resources)] : []),
      ...(isOn(sidecar.datasources) ? [container('grafana-sc-datasources', sidecar.resources)] : []),
      container('grafana', resources),
    ],
  };
}

function configuration(release: StackRelease, name: string, { admin, sidecar = {} }: GrafanaValues): Manifest[] {
  const { namespace } = release;
  return [
    configMap(namespace, name),
    ...(isOn(sidecar.dashboards) ? [configMap(namespace, `${name}-config-dashboards`)] : []),
    ...(isOn(sidecar.datasources) ? [configMap(namespace, `${stackName(release)}-grafana-datasource`)] : []),
    ...(admin?.existingSecret === undefined ? [secret(namespace, name, ['admin-user', 'admin-password'])] : []),
  ];
}

function volume(namespace: string, name: string, { persistence }: GrafanaValues): Manifest[] {
  if (!isOn(persistence, false)) return [];
  const { size = '10Gi', storageClassName } = persistence ?? {};
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: size } } };
  return [
    object('v1', 'PersistentVolumeClaim', name, namespace, {
      spec: storageClassName === undefined ? claim : { ...claim, storageClassName },
    }),
  ];
}

/** Helm test hooks. */
function connectionTest(namespace: string, name: string, { testFramework }: GrafanaValues): Manifest[] {
  if (!isOn(testFramework)) return [];
  return [
    serviceAccount(namespace, `${name}-test`),
    configMap(namespace, `${name}-test`),
    object('v1', 'Pod', `${name}-test`, namespace, { spec: { containers: [container(`${name}-test`)] } }),
  ];
}
