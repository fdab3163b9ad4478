import type { Manifest } from '../../model/manifest';
import { fullName } from '../full-name';
import type { Release } from '../helm-chart';
import { serviceMonitor } from '../objects';
import type { KubePrometheusStackValues } from './values';

/** One installation of the stack, as its parts see it. */
export type StackRelease = Release<KubePrometheusStackValues>;

/**
 * What most names of the stack begin with: `prometheus-kube-prometheus` for release `prometheus`. Cut to 26 characters,
 * because the names grow (`templates/_helpers.tpl`, `kube-prometheus-stack.fullname`).
 */
export function stackName(release: Pick<StackRelease, 'name'>): string {
  return fullName(release.name, 'kube-prometheus-stack', 26);
}

/** A ServiceMonitor of the stack: it carries the label that Prometheus selects by unless told otherwise. */
export function stackMonitor(release: StackRelease, name: string, port: string): Manifest {
  return serviceMonitor(release.namespace, name, { release: release.name }, port);
}
