import type { Manifest } from '../model/manifest';
import type { Container, Pod, Resources } from '../model/workload';
import type { HelmChart, Release, SecretRead } from './helm-chart';
import { configMap, object, secret, service, serviceAccount, workload } from './objects';
import { type PodValues, podFacts } from './pod-values';

export interface SonarqubeValues extends PodValues {
  /** Name of everything the chart renders; without it `<release>-sonarqube`. */
  readonly fullnameOverride: string;
  readonly community: { readonly enabled: true };
  /** Of SonarQube itself, although they stand at the root; the default asks for 512 GB of ephemeral storage. */
  readonly resources: Resources;
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly serviceAccount: { readonly create: boolean };
  readonly persistence: PersistenceValues;
  readonly initContainers: { readonly resources: Resources };
  /** How often, ten seconds apart, the start may be asked for in vain before the container is killed. */
  readonly startupProbe: { readonly failureThreshold: number };
  /** A privileged container that sets kernel parameters of the node. */
  readonly initSysctl: { readonly enabled: boolean };
  /** A root container that changes the owner of the volume. */
  readonly initFs: { readonly enabled: boolean };
  /** Whether Elasticsearch refuses to start on a node with a low `vm.max_map_count`. */
  readonly elasticsearch: { readonly bootstrapChecks: boolean };
  /** The liveness probe and Prometheus authenticate with it. */
  readonly monitoringPasscodeSecretName: string;
  readonly monitoringPasscodeSecretKey: string;
  readonly prometheusMonitoring: {
    readonly podMonitor: { readonly enabled: boolean; readonly labels: Readonly<Record<string, string>> };
  };
  readonly tests: { readonly enabled: boolean };
  readonly postgresql: PostgresqlValues;
}

interface PersistenceValues {
  readonly enabled: boolean;
  readonly size: string;
  readonly storageClass?: string;
}

/** Subchart bitnami/postgresql 10.15.0. */
interface PostgresqlValues {
  readonly enabled: true;
  /** Holds `postgresql-password` of the application's user and `postgresql-postgres-password` of the superuser. */
  readonly existingSecret: string;
  readonly resources: Resources;
  readonly persistence: PersistenceValues;
  /** Placement and priority of the one server; what stands at the root of the subchart does not reach it. */
  readonly primary: Omit<PodValues, 'resources'>;
}

type SonarqubeRelease = Release<SonarqubeValues>;

/** Keys that the subchart requires in `existingSecret` (`templates/statefulset.yaml`). */
const DATABASE_KEYS = ['postgresql-password', 'postgresql-postgres-password'];

/**
 * SonarQube: analyses source code and keeps the results. No template of the chart names its namespace; those of the
 * bundled PostgreSQL do so in part.
 */
export const sonarqube: HelmChart<SonarqubeValues> = {
  name: 'sonarqube',
  repo: 'https://SonarSource.github.io/helm-chart-sonarqube',
  version: '2025.5.0',
  appVersion: '2025.5.0',
  includeCRDs: false,
  reservedLabels: ['app.kubernetes.io/name', 'app.kubernetes.io/instance'],
  asksFor: [],
  render: (release) => ({
    objects: [...server(release), ...configuration(release), ...podMonitor(release), ...database(release)],
    controllerMade: [],
    secretsRead: secretsRead(release),
  }),
};

function server({ namespace, values }: SonarqubeRelease): Manifest[] {
  const { fullnameOverride: name, persistence } = values;
  return [
    ...(values.serviceAccount.create ? [serviceAccount(namespace, name)] : []),
    service(namespace, name, [{ name: 'http', port: 9000 }]),
    ...(persistence.enabled ? [claim(namespace, name, persistence)] : []),
    workload('StatefulSet', namespace, name, 1, serverPod(values)),
  ];
}

function serverPod(values: SonarqubeValues): Pod {
  return {
    ...podFacts(values),
    serviceAccountName: values.serviceAccount.create ? values.fullnameOverride : 'default',
    initContainers: initContainers(values),
    containers: [{ name: 'sonarqube', resources: values.resources }],
  };
}

/** All share `initContainers.resources` where they have none of their own (`templates/_pod.tpl`). */
function initContainers(values: SonarqubeValues): Container[] {
  const { elasticsearch, initFs, initSysctl, persistence } = values;
  const names = [
    'wait-for-db',
    ...(initSysctl.enabled ? ['init-sysctl'] : []),
    ...(elasticsearch.bootstrapChecks ? [] : ['concat-properties']),
    ...(initFs.enabled && persistence.enabled ? ['init-fs'] : []),
  ];
  return names.map((name) => ({ name, resources: values.initContainers.resources }));
}

function configuration({ namespace, values }: SonarqubeRelease): Manifest[] {
  const { fullnameOverride: name, initFs, initSysctl, persistence } = values;
  const parts = [
    'config',
    'jdbc-config',
    'install-plugins',
    ...(initFs.enabled && persistence.enabled ? ['init-fs'] : []),
    ...(initSysctl.enabled ? ['init-sysctl'] : []),
  ];
  return [
    ...parts.map((part) => configMap(namespace, `${name}-${part}`)),
    secret(namespace, `${name}-http-proxies`, ['PLUGINS-HTTP-PROXY', 'PLUGINS-HTTPS-PROXY', 'PLUGINS-NO-PROXY']),
  ];
}

/** Scrapes `/api/monitoring/metrics` on the web port, with the passcode as bearer token. */
function podMonitor({ namespace, values }: SonarqubeRelease): Manifest[] {
  const { enabled, labels } = values.prometheusMonitoring.podMonitor;
  if (!enabled) return [];
  return [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: 'sonarqube', namespace, labels },
      spec: { podMetricsEndpoints: [{ port: 'http' }] },
    },
  ];
}

function database({ name: release, namespace, values }: SonarqubeRelease): Manifest[] {
  const { persistence, primary, resources } = values.postgresql;
  const name = `${release}-postgresql`;
  const ports = [{ name: 'tcp-postgresql', port: 5432 }];
  const pod = { ...podFacts(primary), containers: [{ name, resources }] };
  const template = claim(undefined, 'data', persistence);
  return [
    service(namespace, name, ports),
    service(namespace, `${name}-headless`, ports),
    object('apps/v1', 'StatefulSet', name, namespace, {
      spec: {
        replicas: 1,
        template: { spec: pod },
        ...(persistence.enabled ? { volumeClaimTemplates: [template] } : {}),
      },
    }),
  ];
}

function claim(namespace: string | undefined, name: string, { size, storageClass }: PersistenceValues): Manifest {
  return object('v1', 'PersistentVolumeClaim', name, namespace, {
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: size } },
      ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
    },
  });
}

function secretsRead({ namespace, values }: SonarqubeRelease): SecretRead[] {
  return [
    { namespace, name: values.monitoringPasscodeSecretName, keys: [values.monitoringPasscodeSecretKey] },
    { namespace, name: values.postgresql.existingSecret, keys: DATABASE_KEYS },
  ];
}
