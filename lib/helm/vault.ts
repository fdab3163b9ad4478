import type { Manifest } from '../model/manifest';
import type { HelmChart, Release, SecretRead } from './helm-chart';
import { configMap, object, service, serviceAccount, serviceMonitor } from './objects';
import { container, type PodValues, podFacts } from './pod-values';

export interface VaultValues {
  readonly global?: { readonly enabled?: boolean; readonly tlsDisable?: boolean };
  /** The sidecar injector, on by default. */
  readonly injector?: { readonly enabled?: boolean | '-' };
  readonly server: VaultServerValues;
  readonly ui?: { readonly enabled?: boolean; readonly serviceType?: string };
  readonly serverTelemetry?: {
    readonly serviceMonitor?: {
      readonly enabled?: boolean;
      /** Labels that Prometheus selects it by; the chart's own default is `release: prometheus`. */
      readonly selectors?: Readonly<Record<string, string>>;
    };
    readonly prometheusRules?: { readonly enabled?: boolean };
  };
}

export interface VaultServerValues extends PodValues {
  /** The chart's own keeps servers on different nodes. */
  readonly affinity?: object;
  /** Without a path the probe asks `vault status`, which fails while sealed or not initialised. */
  readonly readinessProbe?: { readonly enabled?: boolean; readonly path?: string };
  /** The chart's path answers 503 while sealed, which would get the pod killed before anyone can unseal it. */
  readonly livenessProbe?: { readonly enabled?: boolean };
  /** Binds the server's ServiceAccount to `system:auth-delegator`, for the TokenReviews of Kubernetes auth. */
  readonly authDelegator?: { readonly enabled?: boolean };
  readonly dataStorage: { readonly enabled?: boolean; readonly size: string; readonly storageClass?: string };
  /** Environment variables from keys of Secrets: the credentials of a seal. */
  readonly extraSecretEnvironmentVars?: readonly SecretEnvironmentVar[];
  readonly extraEnvironmentVars?: Readonly<Record<string, string>>;
  /** Secrets mounted as files, each under `/vault/userconfig/<name>`. */
  readonly extraVolumes?: readonly { readonly type: 'secret'; readonly name: string }[];
  /** HCL. The chart adds `disable_mlock = true` by itself. */
  readonly standalone?: { readonly enabled?: boolean | '-'; readonly config?: string };
  readonly ha?: {
    readonly enabled?: boolean;
    readonly replicas?: number;
    readonly raft?: { readonly enabled?: boolean; readonly setNodeId?: boolean; readonly config?: string };
  };
}

export interface SecretEnvironmentVar {
  readonly envName: string;
  readonly secretName: string;
  readonly secretKey: string;
}

const PORTS = [
  { name: 'http', port: 8200 },
  { name: 'https-internal', port: 8201 },
];

/** Vault: keeps the platform's secrets. Contract of the server over plain HTTP, with the injector and CSI left out. */
export const vault: HelmChart<VaultValues> = {
  name: 'vault',
  repo: 'https://helm.releases.hashicorp.com',
  version: '0.31.0',
  appVersion: '1.20.4',
  includeCRDs: false,
  reservedLabels: [],
  asksFor: [],
  render: (release) => ({
    objects: [...accounts(release), ...services(release), ...server(release), ...monitors(release)],
    controllerMade: [],
    secretsRead: secretsRead(release),
  }),
};

function accounts({ name, namespace, values }: Release<VaultValues>): Manifest[] {
  const { authDelegator, ha } = values.server;
  return [
    serviceAccount(namespace, name),
    ...(authDelegator?.enabled === false
      ? []
      : [object('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', `${name}-server-binding`)]),
    ...(ha?.enabled ? discovery(namespace, name) : []),
  ];
}

/** In HA mode every server labels its own pod as active or standby. */
function discovery(namespace: string, name: string): Manifest[] {
  return [
    object('rbac.authorization.k8s.io/v1', 'Role', `${name}-discovery-role`, namespace),
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', `${name}-discovery-rolebinding`, namespace),
    object('policy/v1', 'PodDisruptionBudget', name, namespace),
  ];
}

function services({ name, namespace, values }: Release<VaultValues>): Manifest[] {
  const names = [name, `${name}-internal`, ...(values.server.ha?.enabled ? [`${name}-active`, `${name}-standby`] : [])];
  return [
    ...names.map((each) => service(namespace, each, PORTS)),
    ...(values.ui?.enabled ? [service(namespace, `${name}-ui`, [{ name: 'http', port: 8200 }])] : []),
  ];
}

function server({ name, namespace, values }: Release<VaultValues>): Manifest[] {
  const { dataStorage, ha, resources } = values.server;
  const claim = {
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: dataStorage.size } },
      ...(dataStorage.storageClass ? { storageClassName: dataStorage.storageClass } : {}),
    },
  };
  const spec = {
    serviceName: `${name}-internal`,
    replicas: ha?.enabled ? (ha.replicas ?? 3) : 1,
    template: {
      spec: { ...podFacts(values.server), serviceAccountName: name, containers: [container('vault', resources)] },
    },
    volumeClaimTemplates: dataStorage.enabled === false ? [] : [claim],
  };
  return [configMap(namespace, `${name}-config`), object('apps/v1', 'StatefulSet', name, namespace, { spec })];
}

function monitors({ name, namespace, values }: Release<VaultValues>): Manifest[] {
  const { enabled, selectors = { release: 'prometheus' } } = values.serverTelemetry?.serviceMonitor ?? {};
  return enabled ? [serviceMonitor(namespace, name, selectors, 'http')] : [];
}

function secretsRead({ namespace, values }: Release<VaultValues>): SecretRead[] {
  const { extraSecretEnvironmentVars: variables = [], extraVolumes: volumes = [] } = values.server;
  const names = new Set([...variables.map(({ secretName }) => secretName), ...volumes.map(({ name }) => name)]);
  return [...names].map((name) => ({
    namespace,
    name,
    keys: variables.filter(({ secretName }) => secretName === name).map(({ secretKey }) => secretKey),
  }));
}
