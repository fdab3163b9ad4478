import type { Manifest } from '../../model/manifest';
import { clusterRbac, object, service, serviceAccount } from '../objects';
import { container, podFacts } from '../pod-values';
import { isOn } from '../switch';
import type { LabelSelector } from './label-selector';
import { selectorOf } from './monitor-selection';
import { configReloader } from './operator';
import { type StackRelease, stackMonitor, stackName } from './stack-release';
import { claimTemplate, statefulSet } from './stateful-set';

/** The Prometheus object and what belongs to it. */
export function prometheus(release: StackRelease): Manifest[] {
  if (!isOn(release.values.prometheus)) return [];
  const { namespace } = release;
  const name = `${stackName(release)}-prometheus`;
  return [
    serviceAccount(namespace, name),
    ...clusterRbac(name),
    service(namespace, name, [
      { name: 'http-web', port: 9090 },
      { name: 'reloader-web', port: 8080 },
    ]),
    object('monitoring.coreos.com/v1', 'Prometheus', name, namespace, { spec: selectorSpec(release) }),
    stackMonitor(release, name, 'http-web'),
  ];
}

/** The StatefulSet that the operator makes of the Prometheus object (`pkg/prometheus/server/statefulset.go`). */
export function madeOfPrometheus(release: StackRelease): Manifest[] {
  const { namespace, values } = release;
  if (!isOn(values.prometheus)) return [];
  const { prometheusSpec: spec = {} } = values.prometheus ?? {};
  const name = `${stackName(release)}-prometheus`;
  return [
    service(namespace, 'prometheus-operated', [{ name: 'http-web', port: 9090 }]),
    statefulSet(namespace, `prometheus-${name}`, {
      replicas: spec.replicas ?? 1,
      pod: {
        ...podFacts(spec),
        serviceAccountName: name,
        initContainers: [configReloader(release, 'init-config-reloader')],
        containers: [container('prometheus', spec.resources), configReloader(release, 'config-reloader')],
      },
      claims: spec.storageSpec === undefined ? [] : [claimTemplate(`${name}-db`, spec.storageSpec.volumeClaimTemplate)],
    }),
  ];
}

function selectorSpec(release: StackRelease): Record<string, LabelSelector> {
  return {
    podMonitorSelector: selectorOf(release, 'PodMonitor'),
    probeSelector: selectorOf(release, 'Probe'),
    ruleSelector: selectorOf(release, 'PrometheusRule'),
    scrapeConfigSelector: selectorOf(release, 'ScrapeConfig'),
    serviceMonitorSelector: selectorOf(release, 'ServiceMonitor'),
  };
}
