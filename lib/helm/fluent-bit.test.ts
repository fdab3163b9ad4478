import { fluentBit } from './fluent-bit';
import type { Release } from './helm-chart';

function release(values: object = {}, apis = ['monitoring.coreos.com/v1']): Release<object> {
  return { name: 'fluent-bit', namespace: 'observability', values, has: (api) => apis.includes(api), nodes: 3 };
}

const kinds = (values?: object, apis?: string[]) =>
  fluentBit.render(release(values, apis)).objects.map(({ kind }) => kind);

test('renders the agent under the name of the release', () => {
  expect(fluentBit.render(release({ testFramework: { enabled: false } })).objects).toMatchObject([
    { kind: 'ServiceAccount', metadata: { name: 'fluent-bit', namespace: 'observability' } },
    { kind: 'ClusterRole', metadata: { name: 'fluent-bit' } },
    { kind: 'ClusterRoleBinding', metadata: { name: 'fluent-bit' } },
    { kind: 'ConfigMap', metadata: { name: 'fluent-bit' } },
    { kind: 'Service', metadata: { name: 'fluent-bit' }, spec: { ports: [{ name: 'http', port: 2020 }] } },
    { kind: 'DaemonSet', metadata: { name: 'fluent-bit' } },
  ]);
});

test('makes a ServiceMonitor only when it is switched on and the API is told', () => {
  const on = { serviceMonitor: { enabled: true } };
  expect(kinds()).not.toContain('ServiceMonitor');
  expect(kinds(on, [])).not.toContain('ServiceMonitor');
  expect(kinds(on)).toContain('ServiceMonitor');
});

test('keeps the test pod of the chart until it is switched off', () => {
  expect(kinds()).toContain('Pod');
  expect(kinds({ testFramework: { enabled: false } })).not.toContain('Pod');
});

test('shows the resources, the priority and the tolerations that are set', () => {
  const resources = { requests: { cpu: '30m', memory: '48Mi' }, limits: { cpu: '150m', memory: '128Mi' } };
  const tolerations = [{ operator: 'Exists' }];
  const { objects } = fluentBit.render(release({ resources, tolerations, priorityClassName: 'high' }));
  expect(objects.find(({ kind }) => kind === 'DaemonSet')?.spec).toEqual({
    template: {
      spec: {
        priorityClassName: 'high',
        nodeSelector: {},
        tolerations,
        serviceAccountName: 'fluent-bit',
        containers: [{ name: 'fluent-bit', resources }],
      },
    },
  });
});
