import { type ArgoWorkflowsValues, argoWorkflows } from './argo-workflows';

const RESOURCES = { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } };
const values: ArgoWorkflowsValues = {
  singleNamespace: true,
  crds: { install: true, keep: true },
  images: { pullPolicy: 'IfNotPresent' },
  workflow: { serviceAccount: { create: true, name: 'argo-workflow' }, rbac: { create: true } },
  controller: {
    name: 'controller',
    replicas: 1,
    priorityClassName: 'high',
    nodeSelector: { pool: 'workloads' },
    resources: RESOURCES,
    workflowNamespaces: ['cicd'],
    parallelism: 2,
    clusterWorkflowTemplates: { enabled: false },
    workflowDefaults: { spec: {} },
    metricsConfig: { enabled: true },
    serviceMonitor: { enabled: true, additionalLabels: { release: 'prometheus' } },
  },
  server: {
    replicas: 2,
    resources: RESOURCES,
    secure: false,
    authModes: ['client'],
    clusterWorkflowTemplates: { enabled: false },
  },
  executor: { resources: RESOURCES },
  mainContainer: { resources: RESOURCES },
};

function objects(over: Partial<ArgoWorkflowsValues> = {}, apis = ['monitoring.coreos.com/v1']) {
  return argoWorkflows.render({
    name: 'argo-workflows',
    namespace: 'cicd',
    values: { ...values, ...over },
    has: (api) => apis.includes(api),
    nodes: 3,
  }).objects;
}

const named = (kind: string, over?: Partial<ArgoWorkflowsValues>) =>
  objects(over)
    .filter((object) => object.kind === kind)
    .map(({ metadata }) => metadata.name);

test('names the controller as its values say', () => {
  const controller = { ...values.controller, name: 'engine' };
  expect(named('Deployment')).toEqual(['argo-workflows-controller', 'argo-workflows-server']);
  expect(named('Deployment', { controller })).toContain('argo-workflows-engine');
});

test('shows the pod of the controller, on Linux besides its pool', () => {
  expect(objects().find(({ kind }) => kind === 'Deployment')?.spec).toEqual({
    replicas: 1,
    template: {
      spec: {
        priorityClassName: 'high',
        nodeSelector: { 'kubernetes.io/os': 'linux', pool: 'workloads' },
        tolerations: [],
        serviceAccountName: 'argo-workflows-controller',
        containers: [{ name: 'controller', resources: RESOURCES }],
      },
    },
  });
});

test('serves plain HTTP on 2746 and metrics on 8080', () => {
  expect(objects().filter(({ kind }) => kind === 'Service')).toMatchObject([
    { metadata: { name: 'argo-workflows-controller' }, spec: { ports: [{ name: 'metrics', port: 8080 }] } },
    { metadata: { name: 'argo-workflows-server' }, spec: { ports: [{ port: 2746 }] } },
  ]);
});

test('gives cluster-wide rights only when it serves more than its namespace', () => {
  expect(named('ClusterRoleBinding')).toEqual([]);
  expect(named('ClusterRoleBinding', { singleNamespace: false })).toEqual([
    'argo-workflows-controller',
    'argo-workflows-server',
  ]);
});

test('makes the ServiceAccount of workflows in each namespace that it serves', () => {
  const controller = { ...values.controller, workflowNamespaces: ['cicd', 'team-a'] };
  const accounts = objects({ singleNamespace: false, controller })
    .filter(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === 'argo-workflow')
    .map(({ metadata }) => metadata.namespace);
  expect(accounts).toEqual(['cicd', 'team-a']);
});

test('makes a ServiceMonitor only when the API is told', () => {
  expect(named('ServiceMonitor')).toEqual(['argo-workflows-controller']);
  expect(objects({}, []).map(({ kind }) => kind)).not.toContain('ServiceMonitor');
});
