import { type SonarqubeValues, sonarqube } from './sonarqube';

const RESOURCES = { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '64Mi' } };
const values: SonarqubeValues = {
  fullnameOverride: 'sonarqube',
  community: { enabled: true },
  priorityClassName: 'high',
  resources: RESOURCES,
  env: [],
  serviceAccount: { create: true },
  persistence: { enabled: true, size: '5Gi', storageClass: 'fast' },
  initContainers: { resources: RESOURCES },
  startupProbe: { failureThreshold: 24 },
  initSysctl: { enabled: false },
  initFs: { enabled: false },
  elasticsearch: { bootstrapChecks: true },
  monitoringPasscodeSecretName: 'passcode',
  monitoringPasscodeSecretKey: 'key',
  prometheusMonitoring: { podMonitor: { enabled: true, labels: { release: 'prometheus' } } },
  tests: { enabled: false },
  postgresql: {
    enabled: true,
    existingSecret: 'database',
    resources: RESOURCES,
    persistence: { enabled: true, size: '10Gi' },
    primary: { priorityClassName: 'high', nodeSelector: { pool: 'workloads' } },
  },
};

function contents(over: Partial<SonarqubeValues> = {}) {
  const release = { name: 'sonarqube', namespace: 'cicd', nodes: 3, has: () => true };
  return sonarqube.render({ ...release, values: { ...values, ...over } });
}

interface StatefulSet {
  readonly spec: {
    readonly template: { readonly spec: { readonly initContainers?: readonly { readonly name: string }[] } };
    readonly volumeClaimTemplates?: readonly { readonly spec: unknown }[];
  };
}

function statefulSet(name: string, over?: Partial<SonarqubeValues>): StatefulSet {
  const found = contents(over).objects.find(({ kind, metadata }) => kind === 'StatefulSet' && metadata.name === name);
  return found as unknown as StatefulSet;
}

const initContainers = (over?: Partial<SonarqubeValues>) =>
  statefulSet('sonarqube', over).spec.template.spec.initContainers?.map(({ name }) => name);

test('answers under the name that overrides the chart, its database under the release', () => {
  expect(contents().objects.filter(({ kind }) => kind === 'Service')).toMatchObject([
    { metadata: { name: 'sonarqube' }, spec: { ports: [{ port: 9000 }] } },
    { metadata: { name: 'sonarqube-postgresql' }, spec: { ports: [{ port: 5432 }] } },
    { metadata: { name: 'sonarqube-postgresql-headless' } },
  ]);
});

test('waits for the database, and prepares only what is asked for', () => {
  expect(initContainers()).toEqual(['wait-for-db']);
  expect(initContainers({ initSysctl: { enabled: true }, initFs: { enabled: true } })).toEqual([
    'wait-for-db',
    'init-sysctl',
    'init-fs',
  ]);
  expect(initContainers({ elasticsearch: { bootstrapChecks: false } })).toEqual(['wait-for-db', 'concat-properties']);
});

test('places the database by its own keys', () => {
  expect(statefulSet('sonarqube-postgresql').spec.template.spec).toEqual({
    priorityClassName: 'high',
    nodeSelector: { pool: 'workloads' },
    tolerations: [],
    containers: [{ name: 'sonarqube-postgresql', resources: RESOURCES }],
  });
});

test('keeps code and database on volumes of their own', () => {
  const claim = contents().objects.find(({ kind }) => kind === 'PersistentVolumeClaim');
  expect(claim).toMatchObject({
    metadata: { name: 'sonarqube', namespace: 'cicd' },
    spec: { storageClassName: 'fast', resources: { requests: { storage: '5Gi' } } },
  });
  expect(statefulSet('sonarqube-postgresql').spec.volumeClaimTemplates).toMatchObject([
    { metadata: { name: 'data' }, spec: { resources: { requests: { storage: '10Gi' } } } },
  ]);
});

test('says which keys it reads from which Secret', () => {
  expect(contents().secretsRead).toEqual([
    { namespace: 'cicd', name: 'passcode', keys: ['key'] },
    { namespace: 'cicd', name: 'database', keys: ['postgresql-password', 'postgresql-postgres-password'] },
  ]);
});

test('is scraped only when it is told', () => {
  const off = { podMonitor: { enabled: false, labels: {} } };
  expect(contents().objects.map(({ kind }) => kind)).toContain('PodMonitor');
  expect(contents({ prometheusMonitoring: off }).objects.map(({ kind }) => kind)).not.toContain('PodMonitor');
});
