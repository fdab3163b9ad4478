import type { Manifest } from '../model/manifest';
import type { Pod } from '../model/workload';
import type { HelmChart, Release } from './helm-chart';
import {
  clusterRbac,
  crds,
  namespacedRbac,
  object,
  secret,
  service,
  serviceAccount,
  serviceMonitor,
  workload,
} from './objects';
import { container, type PodValues, podFacts } from './pod-values';

export interface ExternalSecretsValues extends PodValues {
  readonly installCRDs: boolean;
  readonly replicaCount?: number;
  /** Needed by more than one replica. */
  readonly leaderElect?: boolean;
  readonly metrics?: MetricsValues;
  readonly serviceMonitor?: {
    readonly enabled?: boolean;
    readonly additionalLabels?: Readonly<Record<string, string>>;
  };
  /** Has placement, priority and resources of its own: what stands at the root reaches only the controller. */
  readonly webhook?: PodValues & {
    readonly create?: boolean;
    readonly replicaCount?: number;
    readonly metrics?: MetricsValues;
    /** The webhook's certificate from cert-manager instead of the cert controller. */
    readonly certManager?: {
      readonly enabled?: boolean;
      readonly cert?: {
        readonly issuerRef: { readonly group: string; readonly kind: string; readonly name: string };
        /** A Go duration; the chart's default is a year. */
        readonly duration?: string;
        readonly renewBefore?: string;
      };
    };
  };
  /** Makes the webhook's certificate by itself; of no use beside cert-manager. */
  readonly certController?: PodValues & {
    readonly create?: boolean;
    readonly replicaCount?: number;
    readonly metrics?: MetricsValues;
  };
}

interface MetricsValues {
  readonly service?: { readonly enabled?: boolean };
}

type ExternalSecretsRelease = Release<ExternalSecretsValues>;

const SERVICE_MONITOR = 'monitoring.coreos.com/v1/ServiceMonitor';

/** Kinds of `external-secrets.io`, plural (`crds/external-secrets@v0.20.2`). */
const KINDS = [
  'clusterexternalsecrets',
  'clusterpushsecrets',
  'clustersecretstores',
  'externalsecrets',
  'pushsecrets',
  'secretstores',
];

/** Kinds of `generators.external-secrets.io`, plural. */
const GENERATORS = [
  'acraccesstokens',
  'cloudsmithaccesstokens',
  'clustergenerators',
  'ecrauthorizationtokens',
  'fakes',
  'gcraccesstokens',
  'generatorstates',
  'githubaccesstokens',
  'grafanas',
  'mfas',
  'passwords',
  'quayaccesstokens',
  'sshkeys',
  'stssessiontokens',
  'uuids',
  'vaultdynamicsecrets',
  'webhooks',
];

/** External Secrets Operator: keeps Secrets equal to what Vault holds. */
export const externalSecrets: HelmChart<ExternalSecretsValues> = {
  name: 'external-secrets',
  repo: 'https://charts.external-secrets.io',
  version: '0.20.2',
  appVersion: 'v0.20.2',
  includeCRDs: false,
  reservedLabels: [],
  asksFor: [SERVICE_MONITOR],
  render: (release) => ({
    objects: [
      ...(release.values.installCRDs ? customResources() : []),
      ...controller(release),
      ...webhook(release),
      ...certController(release),
    ],
    controllerMade: [],
    secretsRead: [],
  }),
};

function customResources(): Manifest[] {
  return crds([
    ...KINDS.map((plural) => `${plural}.external-secrets.io`),
    ...GENERATORS.map((plural) => `${plural}.generators.external-secrets.io`),
  ]);
}

function controller(release: ExternalSecretsRelease): Manifest[] {
  const { name, namespace, values } = release;
  return [
    ...clusterRbac(`${name}-controller`),
    ...['edit', 'servicebindings', 'view'].map((role) =>
      object('rbac.authorization.k8s.io/v1', 'ClusterRole', `${name}-${role}`),
    ),
    ...namespacedRbac(namespace, `${name}-leaderelection`),
    ...part(namespace, name, 'external-secrets', values, values.replicaCount),
    ...metrics(release, name, values.metrics),
  ];
}

function webhook(release: ExternalSecretsRelease): Manifest[] {
  const { name, namespace, values } = release;
  const { create = true, certManager, metrics: own, replicaCount } = values.webhook ?? {};
  if (!create) return [];
  const full = `${name}-webhook`;
  const measured = own?.service?.enabled || monitored(release);
  const ports = [{ name: 'webhook', port: 443 }, ...(measured ? [{ name: 'metrics', port: 8080 }] : [])];
  return [
    ...['externalsecret-validate', 'secretstore-validate'].map((each) =>
      object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', each),
    ),
    ...part(namespace, full, 'webhook', values.webhook, replicaCount),
    service(namespace, full, ports),
    ...monitors(release, full),
    certManager?.enabled ? certificate(release) : secret(namespace, full, ['ca.crt', 'ca.key', 'tls.crt', 'tls.key']),
  ];
}

/** Its Secret has the same name; the webhook's pods mount it. */
function certificate({ name, namespace, values }: ExternalSecretsRelease): Manifest {
  const full = `${name}-webhook`;
  const { duration = '8760h', issuerRef, renewBefore } = values.webhook?.certManager?.cert ?? {};
  return object('cert-manager.io/v1', 'Certificate', full, namespace, {
    spec: {
      commonName: full,
      dnsNames: [full, `${full}.${namespace}`, `${full}.${namespace}.svc`],
      issuerRef,
      duration,
      ...(renewBefore ? { renewBefore } : {}),
      secretName: full,
    },
  });
}

function certController(release: ExternalSecretsRelease): Manifest[] {
  const { name, namespace, values } = release;
  const { create = true, metrics: own, replicaCount } = values.certController ?? {};
  if (!create || values.webhook?.certManager?.enabled) return [];
  const full = `${name}-cert-controller`;
  return [
    ...clusterRbac(full),
    ...part(namespace, full, 'cert-controller', values.certController, replicaCount),
    ...metrics(release, full, own),
  ];
}

function part(namespace: string, name: string, role: string, values: PodValues = {}, replicas = 1): Manifest[] {
  const spec: Pod = {
    ...podFacts(values),
    serviceAccountName: name,
    containers: [container(role, values.resources)],
  };
  return [serviceAccount(namespace, name), workload('Deployment', namespace, name, replicas, spec)];
}

function metrics(release: ExternalSecretsRelease, name: string, values: MetricsValues = {}): Manifest[] {
  if (!values.service?.enabled && !monitored(release)) return [];
  return [service(release.namespace, `${name}-metrics`, [{ name: 'metrics', port: 8080 }]), ...monitors(release, name)];
}

function monitors(release: ExternalSecretsRelease, name: string): Manifest[] {
  if (!monitored(release)) return [];
  const labels = release.values.serviceMonitor?.additionalLabels ?? {};
  return [serviceMonitor(release.namespace, `${name}-metrics`, labels, 'metrics')];
}

/** ServiceMonitors vanish in silence where the chart is not told of their CRD (`serviceMonitor.renderMode: skipIfMissing`). */
function monitored({ values, has }: ExternalSecretsRelease): boolean {
  return values.serviceMonitor?.enabled === true && has(SERVICE_MONITOR);
}
