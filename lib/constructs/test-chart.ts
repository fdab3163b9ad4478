import type { HelmChart } from '../helm/helm-chart';
import { job, object, service, workload } from '../helm/objects';

/** A small Helm chart for tests: a Deployment, its Service, a ClusterRole, an object in `kube-system`, and a Job made at run time. */
export function testChart(over: Partial<HelmChart<object>> = {}): HelmChart<object> {
  return {
    name: 'wiki',
    repo: 'https://charts.example.com',
    version: '1.2.3',
    appVersion: '4.5.6',
    includeCRDs: false,
    reservedLabels: [],
    asksFor: ['monitoring.coreos.com/v1'],
    render: ({ name, namespace }) => ({
      objects: [
        workload('Deployment', namespace, name, 1, { containers: [{ name: 'main' }] }),
        service(namespace, name, [{ name: 'http', port: 80 }]),
        object('rbac.authorization.k8s.io/v1', 'ClusterRole', name),
        object('v1', 'ConfigMap', name, 'kube-system'),
      ],
      controllerMade: [job(namespace, `${name}-scan`, { containers: [{ name: 'scan' }] })],
      secretsRead: [],
    }),
    ...over,
  };
}
