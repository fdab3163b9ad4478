import { trivyOperator } from './trivy-operator';
import type { TrivyOperatorValues } from './trivy-operator/values';

function render(values: TrivyOperatorValues = {}, apis = ['monitoring.coreos.com/v1']) {
  const has = (api: string) => apis.includes(api);
  return trivyOperator.render({ name: 'trivy-operator', namespace: 'security', values, has, nodes: 3 });
}

const names = (values?: TrivyOperatorValues, apis?: string[]) =>
  render(values, apis).objects.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`);

const RESOURCES = { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '500m', memory: '512Mi' } };

test('brings its CRDs, its own roles and those that readers of reports get', () => {
  const { objects } = render();
  expect(objects.filter(({ kind }) => kind === 'CustomResourceDefinition')).toHaveLength(12);
  expect(names()).toEqual(
    expect.arrayContaining([
      'CustomResourceDefinition /vulnerabilityreports.aquasecurity.github.io',
      'ServiceAccount security/trivy-operator',
      'ClusterRole /trivy-operator',
      'ClusterRole /aggregate-vulnerability-reports-view',
      'RoleBinding security/trivy-operator-leader-election',
      'Deployment security/trivy-operator',
    ]),
  );
});

test('runs a server only when told to', () => {
  expect(names().filter((name) => /trivy-(server|service)$/.test(name))).toEqual([]);
  const { objects } = render({
    operator: { builtInTrivyServer: true },
    trivy: {
      storageSize: '8Gi',
      storageClassName: 'fast',
      priorityClassName: 'high',
      server: { resources: RESOURCES },
    },
    nodeSelector: { pool: 'infra' },
  });
  expect(objects.filter(({ metadata }) => /trivy-(server|service)$/.test(metadata.name))).toMatchObject([
    { kind: 'Service', metadata: { name: 'trivy-service' }, spec: { ports: [{ port: 4954 }] } },
    {
      kind: 'StatefulSet',
      spec: {
        template: {
          spec: {
            priorityClassName: 'high',
            nodeSelector: { pool: 'infra' },
            containers: [{ name: 'trivy-server', resources: RESOURCES }],
          },
        },
        volumeClaimTemplates: [{ spec: { storageClassName: 'fast', resources: { requests: { storage: '8Gi' } } } }],
      },
    },
  ]);
});

test('makes as many scan jobs as may run together, with the resources of a scan for each container', () => {
  const { controllerMade } = render({
    operator: { scanJobsConcurrentLimit: 2, builtInTrivyServer: true, infraAssessmentScannerEnabled: false },
    trivy: { resources: RESOURCES },
    trivyOperator: { scanJobPodPriorityClassName: 'high', scanJobNodeSelector: { pool: 'workloads' } },
  });
  expect(controllerMade).toHaveLength(2);
  expect(controllerMade[0]).toMatchObject({
    kind: 'Job',
    metadata: { namespace: 'security' },
    spec: {
      template: {
        spec: {
          priorityClassName: 'high',
          nodeSelector: { pool: 'workloads' },
          initContainers: [],
          containers: Array(4).fill({ resources: RESOURCES }),
        },
      },
    },
  });
});

test('collects from the nodes unless the assessment of the infrastructure is off', () => {
  const made = (infraAssessmentScannerEnabled?: boolean) =>
    render({ operator: { infraAssessmentScannerEnabled } }).controllerMade.map(({ metadata }) => metadata.name);
  expect(made()).toContain('node-collector');
  expect(made(false)).not.toContain('node-collector');
});

test('fetches the database in each job where there is no server', () => {
  expect(render().controllerMade[0]).toMatchObject({
    spec: { template: { spec: { initContainers: [{ name: 'database' }] } } },
  });
});

test('reports on the compliance specs that are named', () => {
  expect(names().filter((name) => name.startsWith('ClusterComplianceReport'))).toHaveLength(4);
  expect(names({ compliance: { specs: ['k8s-nsa-1.0'] } })).toContain('ClusterComplianceReport /k8s-nsa-1.0');
  expect(names({ compliance: { specs: [] } }).filter((name) => name.startsWith('Cluster'))).toHaveLength(5);
});

test('makes a ServiceMonitor only when it is switched on and the API is told', () => {
  const monitor = 'ServiceMonitor security/trivy-operator';
  expect(names()).not.toContain(monitor);
  expect(names({ serviceMonitor: { enabled: true } }, [])).not.toContain(monitor);
  expect(names({ serviceMonitor: { enabled: true } })).toContain(monitor);
});
