import type { App } from 'cdk8s';
import { buildApp } from '../../app';
import { contentsOfKind } from '../../constructs/contents';
import { HelmRelease } from '../../constructs/helm-release';
import { kubePrometheusStack } from '../../helm/kube-prometheus-stack';
import { selects } from '../../helm/kube-prometheus-stack/monitor-selection';
import type { KubePrometheusStackValues } from '../../helm/kube-prometheus-stack/values';
import type { Manifest } from '../../model/manifest';
import { demoPlatform } from '../../testing';
import { LOKI } from './datasources';

const APP = buildApp(demoPlatform());
const MONITORING = 'monitoring.coreos.com';

function stackOf(app: App): HelmRelease<KubePrometheusStackValues> {
  return HelmRelease.all(app).find(
    ({ chart }) => chart.name === kubePrometheusStack.name,
  ) as HelmRelease<KubePrometheusStackValues>;
}

function monitors(app: App): Manifest[] {
  return ['ServiceMonitor', 'PodMonitor', 'PrometheusRule', 'Probe', 'ScrapeConfig'].flatMap((kind) =>
    contentsOfKind(app, MONITORING, kind),
  );
}

/** What Prometheus would not read, by name. */
function unread(app: App): string[] {
  const stack = stackOf(app);
  return monitors(app)
    .filter((monitor) => !selects(stack, monitor))
    .map(({ metadata }) => metadata.name);
}

test('Prometheus reads every monitor and rule of the platform', () => {
  expect(monitors(APP).length).toBeGreaterThan(30);
  expect(unread(APP)).toEqual([]);
});

test('a selector of the user that misses monitors would be noticed', () => {
  const prometheusSpec = { serviceMonitorSelector: { matchLabels: { team: 'a' } } };
  const app = buildApp(demoPlatform({ values: { 'kube-prometheus-stack': { prometheus: { prometheusSpec } } } }));
  expect(unread(app)).toContain('loki');
});

test('every component that the alerts are about is monitored', () => {
  const namespaces = contentsOfKind(APP, MONITORING, 'ServiceMonitor').map(({ metadata }) => metadata.namespace);
  expect(new Set(namespaces)).toEqual(
    new Set([
      'argocd',
      'cert-manager',
      'cicd',
      'external-secrets-system',
      'kube-system',
      'kyverno-system',
      'observability',
      'security',
      'vault-system',
    ]),
  );
});

test('every monitor names a port that some Service has', () => {
  // Services that Kubernetes and the operator make themselves: apiserver and kubelet.
  const ports = new Set(['https', 'https-metrics']);
  for (const { spec } of contentsOfKind(APP, '', 'Service')) {
    for (const { name } of (spec as { ports?: { name?: string }[] }).ports ?? []) if (name) ports.add(name);
  }
  const asked = contentsOfKind(APP, MONITORING, 'ServiceMonitor').flatMap(({ metadata, spec }) =>
    (spec as { endpoints: { port?: string }[] }).endpoints.map(({ port }) => ({ monitor: metadata.name, port })),
  );
  // Without a port it names one of the container: cert-manager's does.
  expect(asked.filter(({ port }) => port !== undefined && !ports.has(port))).toEqual([]);
});

test('Grafana and Fluent Bit both speak of the Loki that is there', () => {
  const loki = contentsOfKind(APP, '', 'Service').find(({ metadata }) => metadata.name === 'loki');
  expect(LOKI.host).toBe(`loki.${loki?.metadata.namespace}.svc.cluster.local`);
  expect(stackOf(APP).values.grafana?.additionalDataSources).toMatchObject([
    { name: 'Loki', url: `http://${LOKI.host}:${LOKI.port}` },
  ]);
});

test('nothing is monitored where there is no Prometheus', () => {
  expect(monitors(buildApp(demoPlatform({ stacks: { observability: false, security: false } })))).toEqual([]);
});
