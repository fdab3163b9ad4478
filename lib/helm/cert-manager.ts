import type { Manifest } from '../model/manifest';
import type { Pod } from '../model/workload';
import type { HelmChart, Release } from './helm-chart';
import {
  clusterRbac,
  configMap,
  crds,
  job,
  namespacedRbac,
  object,
  secret,
  service,
  serviceAccount,
  workload,
} from './objects';
import { container, ON_LINUX, type PodValues, podFacts } from './pod-values';

export interface CertManagerValues extends PodValues {
  readonly global: {
    readonly priorityClassName: string;
    /** Namespace of the leader election's Leases and Roles; the chart's default is `kube-system`. */
    readonly leaderElection: { readonly namespace: string };
  };
  readonly crds: { readonly enabled: boolean; readonly keep: boolean };
  /** The controller's configuration file; the chart refuses it without `apiVersion` and `kind`. */
  readonly config?: {
    readonly apiVersion: 'controller.config.cert-manager.io/v1alpha1';
    readonly kind: 'ControllerConfiguration';
    readonly enableGatewayAPI: boolean;
  };
  readonly replicaCount?: number;
  /** Has placement and resources of its own: what stands at the root reaches only the controller. */
  readonly webhook?: PodValues & { readonly replicaCount?: number };
  /** As `webhook`. */
  readonly cainjector?: PodValues & { readonly replicaCount?: number };
  /** A Helm hook that waits for the webhook. */
  readonly startupapicheck?: PodValues & { readonly enabled?: boolean };
  readonly prometheus?: {
    readonly enabled?: boolean;
    readonly servicemonitor?: { readonly enabled?: boolean; readonly labels?: Readonly<Record<string, string>> };
  };
}

type CertManagerRelease = Release<CertManagerValues>;

const CRDS = [
  'certificaterequests.cert-manager.io',
  'certificates.cert-manager.io',
  'challenges.acme.cert-manager.io',
  'clusterissuers.cert-manager.io',
  'issuers.cert-manager.io',
  'orders.acme.cert-manager.io',
];

/** Roles of the controller that have a binding of the same name (`templates/rbac.yaml`). */
const CONTROLLER_ROLES = [
  'approve:cert-manager-io',
  'certificates',
  'certificatesigningrequests',
  'challenges',
  'clusterissuers',
  'ingress-shim',
  'issuers',
  'orders',
];

/** cert-manager: issues and renews certificates. */
export const certManager: HelmChart<CertManagerValues> = {
  name: 'cert-manager',
  repo: 'https://charts.jetstack.io',
  version: 'v1.19.0',
  appVersion: 'v1.19.0',
  includeCRDs: false,
  reservedLabels: [],
  asksFor: [],
  render: (release) => ({
    objects: [
      ...(release.values.crds.enabled ? crds(CRDS) : []),
      ...rbac(release),
      ...parts(release),
      ...webhooks(release),
      ...configuration(release),
      ...metrics(release),
      ...startupCheck(release),
    ],
    controllerMade: [secret(release.namespace, `${release.name}-webhook-ca`, ['ca.crt', 'tls.crt', 'tls.key'])],
    secretsRead: [],
  }),
};

function rbac({ name, namespace, values }: CertManagerRelease): Manifest[] {
  const leases = values.global.leaderElection.namespace;
  return [
    ...CONTROLLER_ROLES.flatMap((role) => clusterRbac(`${name}-controller-${role}`)),
    ...['cluster-view', 'edit', 'view'].map((role) =>
      object('rbac.authorization.k8s.io/v1', 'ClusterRole', `${name}-${role}`),
    ),
    ...clusterRbac(`${name}-cainjector`),
    ...clusterRbac(`${name}-webhook:subjectaccessreviews`),
    ...namespacedRbac(leases, `${name}:leaderelection`),
    ...namespacedRbac(leases, `${name}-cainjector:leaderelection`),
    ...namespacedRbac(namespace, `${name}-tokenrequest`),
    ...namespacedRbac(namespace, `${name}-webhook:dynamic-serving`),
  ];
}

function parts({ name, namespace, values }: CertManagerRelease): Manifest[] {
  const { cainjector, webhook } = values;
  return [
    ...part(namespace, name, pod('controller', name, values, values), values.replicaCount),
    ...part(namespace, `${name}-cainjector`, pod('cainjector', name, values, cainjector), cainjector?.replicaCount),
    ...part(namespace, `${name}-webhook`, pod('webhook', name, values, webhook), webhook?.replicaCount),
  ];
}

function part(namespace: string, name: string, spec: Pod, replicas = 1): Manifest[] {
  return [
    serviceAccount(namespace, name),
    workload('Deployment', namespace, name, replicas, { ...spec, serviceAccountName: name }),
  ];
}

function pod(role: string, name: string, { global }: CertManagerValues, own: PodValues = {}): Pod {
  return {
    ...podFacts(own),
    priorityClassName: global.priorityClassName,
    nodeSelector: { ...ON_LINUX, ...own.nodeSelector },
    containers: [container(`${name}-${role}`, own.resources)],
  };
}

function webhooks({ name }: CertManagerRelease): Manifest[] {
  return ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].map((kind) =>
    object('admissionregistration.k8s.io/v1', kind, `${name}-webhook`),
  );
}

function configuration({ name, namespace, values }: CertManagerRelease): Manifest[] {
  return values.config === undefined ? [] : [configMap(namespace, name)];
}

function metrics({ name, namespace, values }: CertManagerRelease): Manifest[] {
  const { enabled = true, servicemonitor } = values.prometheus ?? {};
  const webhookPorts = [{ name: 'https', port: 443 }, ...(enabled ? [{ name: 'metrics', port: 9402 }] : [])];
  const services = [service(namespace, `${name}-webhook`, webhookPorts)];
  if (!enabled) return services;
  services.push(
    service(namespace, name, [{ name: 'tcp-prometheus-servicemonitor', port: 9402 }]),
    service(namespace, `${name}-cainjector`, [{ name: 'http-metrics', port: 9402 }]),
  );
  return servicemonitor?.enabled ? [...services, monitor(namespace, name, servicemonitor.labels)] : services;
}

/** Names the container's port, not the Services': one ServiceMonitor covers all three parts. */
function monitor(namespace: string, name: string, labels: Readonly<Record<string, string>> = {}): Manifest {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name, namespace, labels: { prometheus: 'default', ...labels } },
    spec: { endpoints: [{ targetPort: 'http-metrics' }] },
  };
}

function startupCheck({ name, namespace, values }: CertManagerRelease): Manifest[] {
  const { startupapicheck = {} } = values;
  if (startupapicheck.enabled === false) return [];
  const spec = {
    ...pod('startupapicheck', name, values, startupapicheck),
    serviceAccountName: `${name}-startupapicheck`,
  };
  return [
    serviceAccount(namespace, `${name}-startupapicheck`),
    ...namespacedRbac(namespace, `${name}-startupapicheck:create-cert`),
    job(namespace, `${name}-startupapicheck`, spec),
  ];
}
