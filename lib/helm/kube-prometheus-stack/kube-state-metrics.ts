import type { Manifest } from '../../model/manifest';
import { fullName } from '../full-name';
import { clusterRbac, service, serviceAccount, workload } from '../objects';
import { container, podFacts } from '../pod-values';
import { isOn } from '../switch';
import { type StackRelease, stackMonitor } from './stack-release';

/** kube-state-metrics 6.3.0 of prometheus-community. */
export function kubeStateMetrics(release: StackRelease): Manifest[] {
  const { namespace, values } = release;
  if (!isOn(values.kubeStateMetrics)) return [];
  const own = values['kube-state-metrics'] ?? {};
  const name = fullName(release.name, 'kube-state-metrics');
  return [
    serviceAccount(namespace, name),
    ...clusterRbac(name),
    service(namespace, name, [{ name: 'http', port: 8080 }]),
    workload('Deployment', namespace, name, 1, {
      ...podFacts(own),
      serviceAccountName: name,
      containers: [container('kube-state-metrics', own.resources)],
    }),
    stackMonitor(release, name, 'http'),
  ];
}
