import type { Manifest } from '../../model/manifest';
import { kubePrometheusStack } from '../kube-prometheus-stack';
import { selectorOf, selects } from './monitor-selection';
import type { KubePrometheusStackValues } from './values';

type Spec = NonNullable<NonNullable<KubePrometheusStackValues['prometheus']>['prometheusSpec']>;

const release = (prometheusSpec: Spec) => ({ name: 'prometheus', values: { prometheus: { prometheusSpec } } });

function monitor(labels: Record<string, string> = {}, kind = 'ServiceMonitor'): Manifest {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind,
    metadata: { name: 'vault', namespace: 'vault-system', labels },
  };
}

test('selects by the name of the release until told otherwise', () => {
  expect(selects({ name: 'prometheus', values: {} }, monitor())).toBe(false);
  expect(selects({ name: 'prometheus', values: {} }, monitor({ release: 'prometheus' }))).toBe(true);
  expect(selects(release({ serviceMonitorSelectorNilUsesHelmValues: false }), monitor())).toBe(true);
});

test('has a switch for each kind', () => {
  const onlyMonitors = release({ serviceMonitorSelectorNilUsesHelmValues: false });
  expect(selects(onlyMonitors, monitor({}, 'PrometheusRule'))).toBe(false);
  expect(selects(release({ ruleSelectorNilUsesHelmValues: false }), monitor({}, 'PrometheusRule'))).toBe(true);
});

test('follows a selector that is given, whatever the switch says', () => {
  const inTeams = release({
    serviceMonitorSelectorNilUsesHelmValues: true,
    serviceMonitorSelector: { matchExpressions: [{ key: 'team', operator: 'In', values: ['a', 'b'] }] },
  });
  expect(selects(inTeams, monitor({ team: 'b' }))).toBe(true);
  expect(selects(inTeams, monitor({ team: 'c' }))).toBe(false);
  expect(selects(inTeams, monitor({ release: 'prometheus' }))).toBe(false);
});

test('reads nothing but monitors and rules', () => {
  expect(selects(release({ serviceMonitorSelectorNilUsesHelmValues: false }), monitor({}, 'Service'))).toBe(false);
});

test('is what the Prometheus object says', () => {
  const values: KubePrometheusStackValues = {
    prometheus: { prometheusSpec: { serviceMonitorSelectorNilUsesHelmValues: false } },
  };
  const { objects } = kubePrometheusStack.render({
    name: 'prometheus',
    namespace: 'observability',
    values,
    has: () => true,
    nodes: 3,
  });
  expect(objects.find(({ kind }) => kind === 'Prometheus')?.spec).toEqual({
    podMonitorSelector: { matchLabels: { release: 'prometheus' } },
    probeSelector: { matchLabels: { release: 'prometheus' } },
    ruleSelector: { matchLabels: { release: 'prometheus' } },
    scrapeConfigSelector: { matchLabels: { release: 'prometheus' } },
    serviceMonitorSelector: selectorOf({ name: 'prometheus', values }, 'ServiceMonitor'),
  });
});

test('finds that the monitor of Grafana carries no label of the release', () => {
  const given = { name: 'prometheus', namespace: 'observability', values: {}, has: () => true, nodes: 3 };
  const missed = kubePrometheusStack
    .render(given)
    .objects.filter(({ kind }) => kind === 'ServiceMonitor')
    .filter((object) => !selects(given, object));
  expect(missed.map(({ metadata }) => metadata.name)).toEqual(['prometheus-grafana']);
});
