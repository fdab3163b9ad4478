import { type PolicyReporterValues, policyReporter } from './policy-reporter';

const values: PolicyReporterValues = {
  replicaCount: 1,
  priorityClassName: 'high',
  resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } },
  metrics: { enabled: true },
  monitoring: {
    enabled: true,
    serviceMonitor: { labels: { release: 'prometheus' } },
    grafana: { dashboards: { enabled: true } },
  },
  ui: { enabled: false },
};

function objects(over: Partial<PolicyReporterValues> = {}, release = 'policy-reporter') {
  const { objects } = policyReporter.render({
    name: release,
    namespace: 'kyverno-system',
    values: { ...values, ...over },
    has: () => true,
    nodes: 3,
  });
  return objects;
}

const kinds = (over?: Partial<PolicyReporterValues>) => objects(over).map(({ kind }) => kind);

test('keeps its name whatever the release is called', () => {
  expect(objects({}, 'reports').find(({ kind }) => kind === 'Service')).toMatchObject({
    metadata: { name: 'policy-reporter', namespace: 'kyverno-system' },
    spec: { ports: [{ name: 'http', port: 8080 }] },
  });
});

test('takes the resources of the root', () => {
  expect(objects().find(({ kind }) => kind === 'Deployment')).toMatchObject({
    spec: {
      replicas: 1,
      template: {
        spec: { priorityClassName: 'high', containers: [{ name: 'policy-reporter', resources: values.resources }] },
      },
    },
  });
});

test('has a budget and elects a leader only when there are several', () => {
  expect(kinds()).not.toContain('PodDisruptionBudget');
  expect(kinds({ replicaCount: 2 })).toContain('PodDisruptionBudget');
  expect(objects({ replicaCount: 2 })).toContainEqual(
    expect.objectContaining({ metadata: { name: 'policy-reporter-leaderelection', namespace: 'kyverno-system' } }),
  );
});

test('makes dashboards even where nothing scrapes it, unless they are off too', () => {
  const { monitoring } = values;
  const unscraped = { ...monitoring, enabled: false };
  const off = { ...unscraped, grafana: { dashboards: { enabled: false } } };
  expect(kinds().filter((kind) => kind === 'ConfigMap')).toHaveLength(3);
  expect(kinds({ monitoring: unscraped })).toContain('ConfigMap');
  expect(kinds({ monitoring: unscraped })).not.toContain('ServiceMonitor');
  expect(kinds({ monitoring: off })).not.toContain('ConfigMap');
});
