import type { Manifest } from '../model/manifest';
import type { Resources } from '../model/workload';
import type { HelmChart, Release } from './helm-chart';
import {
  clusterRbac,
  configMap,
  crds,
  namespacedRbac,
  object,
  service,
  serviceAccount,
  serviceMonitor,
  workload,
} from './objects';
import { ON_LINUX, type PodValues, podFacts } from './pod-values';

export interface ArgoWorkflowsValues {
  /** Controller and server see only the release's namespace, and get Roles instead of ClusterRoles. */
  readonly singleNamespace: boolean;
  readonly crds: { readonly install: boolean; readonly keep: boolean };
  readonly images: { readonly pullPolicy: 'Always' | 'IfNotPresent' };
  /** The ServiceAccount of workflows that name none, and its right to report results. */
  readonly workflow: {
    readonly serviceAccount: { readonly create: boolean; readonly name: string };
    readonly rbac: { readonly create: boolean };
  };
  readonly controller: ControllerValues;
  readonly server: ServerValues;
  /** Resources of the containers that the controller adds to each step: `init` and `wait`. */
  readonly executor: { readonly resources: Resources };
  /** Resources of a step's own container that says nothing. */
  readonly mainContainer: { readonly resources: Resources };
}

interface ControllerValues extends PodValues {
  /** Ends the name of the Deployment: `<release>-<name>`. */
  readonly name: string;
  readonly replicas: number;
  readonly resources: Resources;
  readonly workflowNamespaces: readonly string[];
  /** Workflows that run at the same time; more of them wait. */
  readonly parallelism: number;
  readonly clusterWorkflowTemplates: { readonly enabled: boolean };
  /** Merged into every Workflow; a `workflowDefaults` at the root is ignored. */
  readonly workflowDefaults: { readonly spec: Readonly<Record<string, unknown>> };
  readonly metricsConfig: { readonly enabled: boolean };
  readonly serviceMonitor: {
    readonly enabled: boolean;
    readonly additionalLabels: Readonly<Record<string, string>>;
  };
}

interface ServerValues extends PodValues {
  readonly replicas: number;
  readonly resources: Resources;
  /** False: plain HTTP, for the gateway that ends TLS. */
  readonly secure: boolean;
  readonly authModes: readonly ('client' | 'server' | 'sso')[];
  readonly clusterWorkflowTemplates: { readonly enabled: boolean };
}

type ArgoWorkflowsRelease = Release<ArgoWorkflowsValues>;

const CRDS = [
  'clusterworkflowtemplates.argoproj.io',
  'cronworkflows.argoproj.io',
  'workflowartifactgctasks.argoproj.io',
  'workfloweventbindings.argoproj.io',
  'workflows.argoproj.io',
  'workflowtaskresults.argoproj.io',
  'workflowtasksets.argoproj.io',
  'workflowtemplates.argoproj.io',
];

const MONITORING = 'monitoring.coreos.com/v1';

/**
 * Argo Workflows: runs containers in the order of a graph. The Roles of `singleNamespace`, and the ServiceAccount and
 * Role of workflows, are rendered without a namespace and follow the Application's.
 */
export const argoWorkflows: HelmChart<ArgoWorkflowsValues> = {
  name: 'argo-workflows',
  repo: 'https://argoproj.github.io/argo-helm',
  version: '0.45.27',
  appVersion: 'v3.7.3',
  includeCRDs: false,
  reservedLabels: ['app.kubernetes.io/name', 'app.kubernetes.io/instance'],
  asksFor: ['autoscaling/v2', 'cloud.google.com/v1', MONITORING],
  render: (release) => ({
    objects: [
      ...(release.values.crds.install ? crds(CRDS) : []),
      ...controller(release),
      ...monitoring(release),
      ...server(release),
      ...workflowAccount(release),
      ...['view', 'edit', 'admin'].map((role) =>
        object('rbac.authorization.k8s.io/v1', 'ClusterRole', `${release.name}-${role}`),
      ),
    ],
    controllerMade: [],
    secretsRead: [],
  }),
};

function controller({ name, namespace, values }: ArgoWorkflowsRelease): Manifest[] {
  const { controller: own } = values;
  const fullName = `${name}-${own.name}`;
  return [
    serviceAccount(namespace, fullName),
    ...rbac(fullName, namespace, values.singleNamespace, own.clusterWorkflowTemplates.enabled),
    configMap(namespace, `${fullName}-configmap`),
    workload('Deployment', namespace, fullName, own.replicas, {
      ...podFacts(own),
      nodeSelector: { ...ON_LINUX, ...own.nodeSelector },
      serviceAccountName: fullName,
      containers: [{ name: 'controller', resources: own.resources }],
    }),
  ];
}

function monitoring({ has, name, namespace, values }: ArgoWorkflowsRelease): Manifest[] {
  const { metricsConfig, name: part, serviceMonitor: monitor } = values.controller;
  if (!metricsConfig.enabled) return [];
  const fullName = `${name}-${part}`;
  return [
    service(namespace, fullName, [{ name: 'metrics', port: 8080 }]),
    ...(monitor.enabled && has(MONITORING)
      ? [serviceMonitor(namespace, fullName, monitor.additionalLabels, 'metrics')]
      : []),
  ];
}

function server({ name, namespace, values }: ArgoWorkflowsRelease): Manifest[] {
  const { server: own } = values;
  const fullName = `${name}-server`;
  return [
    serviceAccount(namespace, fullName),
    ...rbac(fullName, namespace, values.singleNamespace, own.clusterWorkflowTemplates.enabled),
    service(namespace, fullName, [{ port: 2746 }]),
    workload('Deployment', namespace, fullName, own.replicas, {
      ...podFacts(own),
      nodeSelector: { ...ON_LINUX, ...own.nodeSelector },
      serviceAccountName: fullName,
      containers: [{ name: 'argo-server', resources: own.resources }],
    }),
  ];
}

function rbac(name: string, namespace: string, singleNamespace: boolean, clusterTemplates: boolean): Manifest[] {
  return [
    ...(singleNamespace ? namespacedRbac(namespace, name) : clusterRbac(name)),
    ...(clusterTemplates ? clusterRbac(`${name}-cluster-template`) : []),
  ];
}

function workflowAccount({ name, namespace, values }: ArgoWorkflowsRelease): Manifest[] {
  const { rbac: role, serviceAccount: account } = values.workflow;
  const namespaces = values.singleNamespace
    ? [namespace]
    : [...new Set([...values.controller.workflowNamespaces, namespace])];
  return namespaces.flatMap((each) => [
    ...(account.create ? [serviceAccount(each, account.name)] : []),
    ...(role.create ? namespacedRbac(each, `${name}-workflow`) : []),
  ]);
}
