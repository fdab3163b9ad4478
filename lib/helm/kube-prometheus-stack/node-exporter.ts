import type { Manifest } from '../../model/manifest';
import { fullName } from '../full-name';
import { daemonSet, service, serviceAccount } from '../objects';
import { container, ON_LINUX, type PodValues, podFacts } from '../pod-values';
import { isOn } from '../switch';
import { type StackRelease, stackMonitor } from './stack-release';

/** Tolerates taints that keep new pods away, but not those that evict. */
const DEFAULT: PodValues = { tolerations: [{ effect: 'NoSchedule', operator: 'Exists' }] };

/** prometheus-node-exporter 4.48.0 of prometheus-community: on the host's network, port 9100. */
export function nodeExporter(release: StackRelease): Manifest[] {
  const { namespace, values } = release;
  if (!isOn(values.nodeExporter)) return [];
  const own = values['prometheus-node-exporter'] ?? {};
  const name = fullName(release.name, 'prometheus-node-exporter');
  return [
    serviceAccount(namespace, name),
    service(namespace, name, [{ name: 'http-metrics', port: 9100 }]),
    daemonSet(namespace, name, {
      ...podFacts(own, DEFAULT),
      nodeSelector: { ...ON_LINUX, ...own.nodeSelector },
      serviceAccountName: name,
      containers: [container('node-exporter', own.resources)],
    }),
    stackMonitor(release, name, 'http-metrics'),
  ];
}
