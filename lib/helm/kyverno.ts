import type { Manifest } from '../model/manifest';
import type { Pod, Resources } from '../model/workload';
import type { HelmChart, Release } from './helm-chart';
import {
  clusterRbac,
  configMap,
  crds,
  namespacedRbac,
  object,
  secret,
  service,
  serviceAccount,
  serviceMonitor,
  workload,
} from './objects';
import { type PodValues, podFacts } from './pod-values';

export interface KyvernoValues {
  /** `migration` is a Helm hook that Argo CD would run after every sync. */
  readonly crds: { readonly install: boolean; readonly migration: { readonly enabled: boolean } };
  readonly config: {
    /** True keeps the ConfigMap on uninstall, by a Helm hook. */
    readonly preserve: boolean;
    /** Appends the release's namespace to the selector of `webhooks`. */
    readonly excludeKyvernoNamespace: boolean;
    /** Namespaces whose objects Kyverno is asked about at admission. */
    readonly webhooks: { readonly namespaceSelector: NamespaceSelector };
  };
  /** Helm hooks that scale Kyverno down before it is uninstalled. */
  readonly webhooksCleanup: { readonly enabled: boolean };
  readonly admissionController: AdmissionControllerValues;
  readonly backgroundController: ControllerValues;
  readonly cleanupController: ControllerValues;
  readonly reportsController: ControllerValues;
}

export interface NamespaceSelector {
  readonly matchExpressions: readonly {
    readonly key: string;
    readonly operator: 'In' | 'NotIn';
    readonly values: readonly string[];
  }[];
}

interface CommonValues extends Omit<PodValues, 'resources'> {
  readonly replicas: number;
  readonly serviceMonitor: {
    readonly enabled: boolean;
    readonly additionalLabels: Readonly<Record<string, string>>;
  };
}

/** A controller with one container. */
export interface ControllerValues extends CommonValues {
  readonly resources: Resources;
}

/** The admission controller has its resources under `container`, and an init container. */
export interface AdmissionControllerValues extends CommonValues {
  readonly container: { readonly resources: Resources };
  readonly initContainer: { readonly resources: Resources };
  readonly podDisruptionBudget: { readonly enabled: boolean };
}

type KyvernoRelease = Release<KyvernoValues>;

/** What the `crds` subchart installs with all its groups on. */
const CRDS = [
  'cleanuppolicies.kyverno.io',
  'clustercleanuppolicies.kyverno.io',
  'clusterpolicies.kyverno.io',
  'globalcontextentries.kyverno.io',
  'policies.kyverno.io',
  'policyexceptions.kyverno.io',
  'updaterequests.kyverno.io',
  'deletingpolicies.policies.kyverno.io',
  'generatingpolicies.policies.kyverno.io',
  'imagevalidatingpolicies.policies.kyverno.io',
  'mutatingpolicies.policies.kyverno.io',
  'policyexceptions.policies.kyverno.io',
  'validatingpolicies.policies.kyverno.io',
  'clusterephemeralreports.reports.kyverno.io',
  'ephemeralreports.reports.kyverno.io',
  'clusterpolicyreports.wgpolicyk8s.io',
  'policyreports.wgpolicyk8s.io',
];

/** Kinds that the chart adds to the built-in roles `admin` and `view` (`templates/rbac/`). */
const AGGREGATED = ['policies', 'policyreports', 'reports', 'updaterequests'];

/** Controllers that read the cluster through the built-in role `view`, LimitRanges and ResourceQuotas included. */
const VIEWERS = ['admission-controller', 'background-controller', 'reports-controller'];

/**
 * Kyverno: admits, mutates and reports by policies. Its Deployments select by part-of, instance and component, and its
 * ClusterRoles are aggregated by them: rewritten labels leave Kyverno without a single permission. All templates name
 * their namespace.
 */
export const kyverno: HelmChart<KyvernoValues> = {
  name: 'kyverno',
  repo: 'https://kyverno.github.io/kyverno/',
  version: '3.5.2',
  appVersion: 'v1.15.2',
  includeCRDs: false,
  reservedLabels: ['app.kubernetes.io/part-of', 'app.kubernetes.io/instance', 'app.kubernetes.io/component'],
  asksFor: ['policy/v1/PodDisruptionBudget'],
  render: (release) => ({
    objects: [
      ...(release.values.crds.install ? crds(CRDS) : []),
      configMap(release.namespace, release.name),
      configMap(release.namespace, `${release.name}-metrics`),
      ...aggregatedRoles(release),
      ...controllers(release),
      ...services(release),
      ...disruptionBudget(release),
    ],
    controllerMade: [...certificates(release), ...webhooks(release)],
    secretsRead: [],
  }),
};

function aggregatedRoles({ name }: KyvernoRelease): Manifest[] {
  return AGGREGATED.flatMap((kind) =>
    ['admin', 'view'].map((role) =>
      object('rbac.authorization.k8s.io/v1', 'ClusterRole', `${name}:rbac:${role}:${kind}`),
    ),
  );
}

function controllers(release: KyvernoRelease): Manifest[] {
  const { admissionController, backgroundController, cleanupController, reportsController } = release.values;
  return [
    ...controller(release, 'admission-controller', admissionController, admissionPod(admissionController)),
    ...controller(release, 'background-controller', backgroundController, controllerPod(backgroundController)),
    ...controller(release, 'cleanup-controller', cleanupController, controllerPod(cleanupController)),
    ...controller(release, 'reports-controller', reportsController, controllerPod(reportsController)),
  ];
}

/** Deployment names begin with the chart's name, roles with the release's. */
function controller({ name, namespace }: KyvernoRelease, part: string, values: CommonValues, pod: Pod): Manifest[] {
  const fullName = `kyverno-${part}`;
  const { additionalLabels, enabled } = values.serviceMonitor;
  return [
    serviceAccount(namespace, fullName),
    ...clusterRbac(`${name}:${part}`),
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', `${name}:${part}:core`),
    ...(VIEWERS.includes(part)
      ? [object('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', `${name}:${part}:view`)]
      : []),
    ...namespacedRbac(namespace, `${name}:${part}`),
    workload('Deployment', namespace, fullName, values.replicas, { ...pod, serviceAccountName: fullName }),
    ...(enabled ? [serviceMonitor(namespace, fullName, additionalLabels, 'metrics-port')] : []),
  ];
}

function admissionPod(values: AdmissionControllerValues): Pod {
  return {
    ...podFacts(values),
    initContainers: [{ name: 'kyverno-pre', resources: values.initContainer.resources }],
    containers: [{ name: 'kyverno', resources: values.container.resources }],
  };
}

function controllerPod(values: ControllerValues): Pod {
  return { ...podFacts(values), containers: [{ name: 'controller', resources: values.resources }] };
}

function services({ name, namespace }: KyvernoRelease): Manifest[] {
  const https = [{ name: 'https', port: 443 }];
  const metrics = [{ name: 'metrics-port', port: 8000 }];
  return [
    service(namespace, `${name}-svc`, https),
    service(namespace, `${name}-svc-metrics`, metrics),
    service(namespace, 'kyverno-background-controller-metrics', metrics),
    service(namespace, 'kyverno-cleanup-controller', https),
    service(namespace, 'kyverno-cleanup-controller-metrics', metrics),
    service(namespace, 'kyverno-reports-controller-metrics', metrics),
  ];
}

function disruptionBudget({ has, namespace, values }: KyvernoRelease): Manifest[] {
  if (!values.admissionController.podDisruptionBudget.enabled) return [];
  const apiVersion = has('policy/v1/PodDisruptionBudget') ? 'policy/v1' : 'policy/v1beta1';
  return [object(apiVersion, 'PodDisruptionBudget', 'kyverno-admission-controller', namespace)];
}

/** Kyverno makes its own authority and certificates. */
function certificates({ name, namespace }: KyvernoRelease): Manifest[] {
  return [`${name}-svc`, 'kyverno-cleanup-controller'].flatMap((of) =>
    ['ca', 'pair'].map((part) =>
      secret(namespace, `${of}.${namespace}.svc.kyverno-tls-${part}`, ['tls.crt', 'tls.key']),
    ),
  );
}

/** The webhooks through which policies act, for the namespaces that `config.webhooks` selects (`templates/config/_helpers.tpl`). */
function webhooks({ namespace, values }: KyvernoRelease): Manifest[] {
  const { excludeKyvernoNamespace, webhooks } = values.config;
  const own = { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: [namespace] };
  const matchExpressions = [...webhooks.namespaceSelector.matchExpressions, ...(excludeKyvernoNamespace ? [own] : [])];
  return ['mutating', 'validating'].map((verb) =>
    object(
      'admissionregistration.k8s.io/v1',
      verb === 'mutating' ? 'MutatingWebhookConfiguration' : 'ValidatingWebhookConfiguration',
      `kyverno-resource-${verb}-webhook-cfg`,
      undefined,
      { webhooks: [{ namespaceSelector: { matchExpressions } }] },
    ),
  );
}
