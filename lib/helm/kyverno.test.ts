import { type ControllerValues, type KyvernoValues, kyverno } from './kyverno';

const RESOURCES = { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } };
const small: ControllerValues = {
  replicas: 1,
  priorityClassName: 'high',
  nodeSelector: { pool: 'infra' },
  tolerations: [{ operator: 'Exists' }],
  resources: RESOURCES,
  serviceMonitor: { enabled: true, additionalLabels: { release: 'prometheus' } },
};
const values: KyvernoValues = {
  crds: { install: true, migration: { enabled: false } },
  config: {
    preserve: false,
    excludeKyvernoNamespace: true,
    webhooks: {
      namespaceSelector: { matchExpressions: [{ key: 'name', operator: 'NotIn', values: ['kube-system'] }] },
    },
  },
  webhooksCleanup: { enabled: false },
  admissionController: {
    ...small,
    replicas: 3,
    container: { resources: RESOURCES },
    initContainer: { resources: RESOURCES },
    podDisruptionBudget: { enabled: true },
  },
  backgroundController: small,
  cleanupController: small,
  reportsController: small,
};

function contents(over: Partial<KyvernoValues> = {}) {
  const release = { name: 'kyverno', namespace: 'kyverno-system', values: { ...values, ...over }, nodes: 3 };
  return kyverno.render({ ...release, has: () => true });
}

const named = (kind: string, over?: Partial<KyvernoValues>) =>
  contents(over)
    .objects.filter((object) => object.kind === kind)
    .map(({ metadata }) => metadata.name);

test('renders four controllers with pods of their own', () => {
  expect(named('Deployment')).toEqual([
    'kyverno-admission-controller',
    'kyverno-background-controller',
    'kyverno-cleanup-controller',
    'kyverno-reports-controller',
  ]);
});

test('shows replicas, priority, placement and the init container of the admission controller', () => {
  const deployment = contents().objects.find(({ kind }) => kind === 'Deployment');
  expect(deployment?.spec).toEqual({
    replicas: 3,
    template: {
      spec: {
        priorityClassName: 'high',
        nodeSelector: { pool: 'infra' },
        tolerations: [{ operator: 'Exists' }],
        serviceAccountName: 'kyverno-admission-controller',
        initContainers: [{ name: 'kyverno-pre', resources: RESOURCES }],
        containers: [{ name: 'kyverno', resources: RESOURCES }],
      },
    },
  });
});

test('offers the webhook and the metrics of every controller', () => {
  expect(contents().objects.filter(({ kind }) => kind === 'Service')).toContainEqual(
    expect.objectContaining({ metadata: { name: 'kyverno-svc', namespace: 'kyverno-system' } }),
  );
  expect(named('Service').filter((name) => name.endsWith('-metrics'))).toHaveLength(4);
});

test('lets the controllers that look things up read the cluster', () => {
  expect(named('ClusterRoleBinding').filter((name) => name.endsWith(':view'))).toEqual([
    'kyverno:admission-controller:view',
    'kyverno:background-controller:view',
    'kyverno:reports-controller:view',
  ]);
});

test('leaves out CRDs, monitors and the budget that are switched off', () => {
  const { admissionController } = values;
  const off = { ...admissionController, podDisruptionBudget: { enabled: false } };
  expect(named('CustomResourceDefinition')).toHaveLength(17);
  expect(named('CustomResourceDefinition', { crds: { ...values.crds, install: false } })).toEqual([]);
  expect(named('PodDisruptionBudget')).toEqual(['kyverno-admission-controller']);
  expect(named('PodDisruptionBudget', { admissionController: off })).toEqual([]);
  const silent = { ...small, serviceMonitor: { enabled: false, additionalLabels: {} } };
  expect(named('ServiceMonitor', { cleanupController: silent })).toEqual([
    'kyverno-admission-controller',
    'kyverno-background-controller',
    'kyverno-reports-controller',
  ]);
});

test('is never asked about its own namespace', () => {
  const webhook = contents().controllerMade.find(({ kind }) => kind === 'ValidatingWebhookConfiguration');
  expect(webhook?.webhooks).toEqual([
    {
      namespaceSelector: {
        matchExpressions: [
          { key: 'name', operator: 'NotIn', values: ['kube-system'] },
          { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kyverno-system'] },
        ],
      },
    },
  ]);
});

test('keeps the labels that its roles are aggregated by out of the hands of kustomize', () => {
  expect(kyverno.reservedLabels).toContain('app.kubernetes.io/part-of');
});
