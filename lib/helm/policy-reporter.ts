import type { Manifest } from '../model/manifest';
import type { Resources } from '../model/workload';
import type { HelmChart, Release } from './helm-chart';
import {
  clusterRbac,
  configMap,
  namespacedRbac,
  object,
  secret,
  service,
  serviceAccount,
  serviceMonitor,
  workload,
} from './objects';
import { type PodValues, podFacts } from './pod-values';

export interface PolicyReporterValues extends PodValues {
  readonly replicaCount: number;
  /** Of the core, although it stands at the root; user interface and plugins have their own. */
  readonly resources: Resources;
  /** Serves the reports as metrics; `monitoring` makes Prometheus read them. */
  readonly metrics: { readonly enabled: boolean };
  readonly monitoring: {
    readonly enabled: boolean;
    readonly serviceMonitor: { readonly labels: Readonly<Record<string, string>> };
    /** Dashboards as ConfigMaps; the chart makes them even where `monitoring` is off. */
    readonly grafana: { readonly dashboards: { readonly enabled: boolean } };
  };
  readonly ui: { readonly enabled: false };
}

type PolicyReporterRelease = Release<PolicyReporterValues>;

/** The chart's own `fullnameOverride`, whatever the release is called. */
const NAME = 'policy-reporter';

const DASHBOARDS = ['clusterpolicy-details', 'overview', 'policy-details'];

/**
 * Policy Reporter: turns PolicyReports into metrics and dashboards. Several of its templates (Deployment, Service,
 * ServiceAccount, Role, Secret) are rendered without a namespace and follow the Application's.
 */
export const policyReporter: HelmChart<PolicyReporterValues> = {
  name: 'policy-reporter',
  repo: 'https://kyverno.github.io/policy-reporter',
  version: '3.5.0',
  appVersion: '3.5.0',
  includeCRDs: false,
  reservedLabels: ['app.kubernetes.io/name', 'app.kubernetes.io/instance'],
  asksFor: ['policy/v1/PodDisruptionBudget'],
  render: (release) => ({
    objects: [...core(release), ...disruptionBudget(release), ...monitoring(release)],
    controllerMade: [],
    secretsRead: [],
  }),
};

function core({ namespace, values }: PolicyReporterRelease): Manifest[] {
  return [
    serviceAccount(namespace, NAME),
    secret(namespace, `${NAME}-config`, ['config.yaml']),
    ...clusterRbac(NAME),
    ...namespacedRbac(namespace, `${NAME}-secret-reader`),
    ...(values.replicaCount > 1 ? namespacedRbac(namespace, `${NAME}-leaderelection`) : []),
    service(namespace, NAME, [{ name: 'http', port: 8080 }]),
    workload('Deployment', namespace, NAME, values.replicaCount, {
      ...podFacts(values),
      serviceAccountName: NAME,
      containers: [{ name: NAME, resources: values.resources }],
    }),
  ];
}

function disruptionBudget({ has, namespace, values }: PolicyReporterRelease): Manifest[] {
  if (values.replicaCount < 2) return [];
  const apiVersion = has('policy/v1/PodDisruptionBudget') ? 'policy/v1' : 'policy/v1beta1';
  return [object(apiVersion, 'PodDisruptionBudget', NAME, namespace)];
}

function monitoring({ namespace, values }: PolicyReporterRelease): Manifest[] {
  const { enabled, grafana, serviceMonitor: monitor } = values.monitoring;
  return [
    ...(enabled ? [serviceMonitor(namespace, `${NAME}-monitoring`, monitor.labels, 'http')] : []),
    ...(grafana.dashboards.enabled
      ? DASHBOARDS.map((dashboard) => configMap(namespace, `${NAME}-monitoring-${dashboard}-dashboard`))
      : []),
  ];
}
