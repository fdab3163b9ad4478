import { loki } from './loki';
import type { LokiValues } from './loki/values';

const OFF = { enabled: false };
const SMALL: LokiValues = {
  deploymentMode: 'SingleBinary',
  loki: { storage: { type: 'filesystem' }, schemaConfig: { configs: [] } },
  gateway: OFF,
  chunksCache: OFF,
  resultsCache: OFF,
  lokiCanary: OFF,
  test: OFF,
  sidecar: { rules: OFF },
  rbac: { namespaced: true },
};

function render(values: Partial<LokiValues> = {}, apis = ['monitoring.coreos.com/v1/ServiceMonitor']) {
  const given = { ...SMALL, ...values };
  const has = (api: string) => apis.includes(api);
  return loki.render({ name: 'loki', namespace: 'observability', values: given, has, nodes: 3 }).objects;
}

const names = (values?: Partial<LokiValues>, apis?: string[]) =>
  render(values, apis).map(({ kind, metadata }) => `${kind} ${metadata.name}`);

test('renders one pod behind the Services that the platform relies on', () => {
  expect(render()).toMatchObject([
    { kind: 'ServiceAccount', metadata: { name: 'loki' } },
    { kind: 'ConfigMap', metadata: { name: 'loki' } },
    { kind: 'ConfigMap', metadata: { name: 'loki-runtime' } },
    {
      kind: 'Service',
      metadata: { name: 'loki', namespace: 'observability' },
      spec: { ports: [{ port: 3100 }, { port: 9095 }] },
    },
    { kind: 'Service', metadata: { name: 'loki-headless' } },
    { kind: 'Service', metadata: { name: 'loki-memberlist' }, spec: { ports: [{ port: 7946 }] } },
    {
      kind: 'StatefulSet',
      metadata: { name: 'loki' },
      spec: { replicas: 1, volumeClaimTemplates: [{ metadata: { name: 'storage' } }] },
    },
  ]);
});

test.each<[keyof LokiValues, string[]]>([
  ['gateway', ['ConfigMap loki-gateway', 'Service loki-gateway', 'Deployment loki-gateway']],
  ['chunksCache', ['Service loki-chunks-cache', 'StatefulSet loki-chunks-cache']],
  ['resultsCache', ['Service loki-results-cache', 'StatefulSet loki-results-cache']],
  ['test', ['Pod loki-helm-test']],
  ['rbac', ['ClusterRole loki-clusterrole', 'ClusterRoleBinding loki-clusterrolebinding']],
])('renders what %s brings unless it is switched off', (part, brought) => {
  const without = new Set(names());
  expect(names({ [part]: undefined }).filter((name) => !without.has(name))).toEqual(brought);
});

test('asks for the kind ServiceMonitor, not only for its group', () => {
  const monitoring = { serviceMonitor: { enabled: true } };
  expect(names({ monitoring })).toContain('ServiceMonitor loki');
  expect(names({ monitoring }, ['monitoring.coreos.com/v1'])).not.toContain('ServiceMonitor loki');
});

test('shows the resources, the size of the volume and the sidecar that are set', () => {
  const resources = { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '640Mi' } };
  const values = {
    singleBinary: {
      replicas: 3,
      resources,
      priorityClassName: 'high',
      persistence: { size: '5Gi', storageClass: 'fast' },
    },
    sidecar: { rules: { enabled: true }, resources },
  };
  expect(render(values).find(({ kind }) => kind === 'StatefulSet')?.spec).toEqual({
    replicas: 1,
    template: {
      spec: {
        priorityClassName: 'high',
        nodeSelector: {},
        tolerations: [],
        serviceAccountName: 'loki',
        containers: [
          { name: 'loki', resources },
          { name: 'loki-sc-rules', resources },
        ],
      },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: 'storage' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '5Gi' } },
          storageClassName: 'fast',
        },
      },
    ],
  });
});

test('reserves the label that the memberlist Service selects by', () => {
  expect(loki.reservedLabels).toEqual(['app.kubernetes.io/part-of']);
});
