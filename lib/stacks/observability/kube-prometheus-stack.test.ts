import { App } from 'cdk8s';
import { HelmRelease } from '../../constructs/helm-release';
import { PRIORITY_CLASSES } from '../../constructs/priority-classes';
import { Stack } from '../../constructs/stack';
import { VaultSecret } from '../../constructs/vault-secret';
import type { KubePrometheusStackValues } from '../../helm/kube-prometheus-stack/values';
import { parseQuantity } from '../../model/quantity';
import type { Settings } from '../../model/settings';
import { allContainers, workloadPods } from '../../model/workload-pods';
import { demoPlatform, manifestsOf, prodSettings } from '../../testing';
import { KubePrometheusStack } from './kube-prometheus-stack';

function build(settings: Partial<Settings> = {}) {
  const platform = demoPlatform(settings);
  const component = new KubePrometheusStack(new Stack(new App(), 'observability', { platform, layer: 'K8s' }));
  const release = HelmRelease.all(component)[0] as HelmRelease<KubePrometheusStackValues>;
  const { objects, controllerMade, secretsRead } = release.contents;
  const pods = Object.fromEntries(
    [...objects, ...controllerMade].flatMap((object) => {
      const found = workloadPods(object, platform.nodePools);
      return found === undefined ? [] : [[object.metadata.name, found]];
    }),
  );
  return { component, release, values: release.values, objects, secretsRead, pods };
}

function names(kind: string, settings?: Partial<Settings>): string[] {
  return build(settings)
    .objects.filter((object) => object.kind === kind)
    .map(({ metadata }) => metadata.name);
}

test('serves under the names that the rest of the platform counts on', () => {
  expect(names('Service')).toEqual(
    expect.arrayContaining([
      'prometheus-grafana',
      'prometheus-kube-prometheus-prometheus',
      'prometheus-kube-prometheus-alertmanager',
    ]),
  );
  expect(manifestsOf(build().component)['HTTPRoute grafana']).toMatchObject({
    spec: { rules: [{ backendRefs: [{ name: 'prometheus-grafana', port: 80 }] }] },
  });
});

test('leaves the CRDs to the chart of their own', () => {
  expect(names('CustomResourceDefinition')).toEqual([]);
});

test('watches no part of Kubernetes that k3s keeps to itself or Cilium replaces', () => {
  const monitored = names('ServiceMonitor').join(' ');
  expect(monitored).not.toMatch(/etcd|scheduler|controller-manager|kube-proxy/);
  expect(monitored).toMatch(/kubelet/);
  expect(monitored).toMatch(/apiserver/);
  expect(monitored).toMatch(/coredns/);
});

test('sizes and ranks every container, of the operator-made pods too', () => {
  const { pods } = build();
  expect(Object.keys(pods).sort()).toEqual([
    'alertmanager-prometheus-kube-prometheus-alertmanager',
    'prometheus-grafana',
    'prometheus-kube-prometheus-operator',
    'prometheus-kube-state-metrics',
    'prometheus-prometheus-kube-prometheus-prometheus',
    'prometheus-prometheus-node-exporter',
  ]);
  for (const { pod } of Object.values(pods)) {
    expect(PRIORITY_CLASSES).toContain(pod.priorityClassName);
    for (const { resources } of allContainers(pod)) {
      expect(resources).toMatchObject({
        requests: { cpu: expect.any(String), memory: expect.any(String) },
        limits: { cpu: expect.any(String), memory: expect.any(String) },
      });
    }
  }
  expect(pods['prometheus-grafana']?.pod.priorityClassName).toBe('platform-dashboards');
});

test('runs in the pool of the engines, and the node exporter on every node', () => {
  const { 'prometheus-prometheus-node-exporter': exporter, ...others } = build().pods;
  for (const { pod } of Object.values(others)) expect(pod.nodeSelector).toMatchObject({ 'node-role': 'it-infra' });
  expect(exporter?.count).toBe(3);
  expect(exporter?.pod.tolerations).toEqual([{ operator: 'Exists' }]);
});

test('fills every key that Grafana reads from Vault', () => {
  const { component, secretsRead } = build();
  const [admin] = VaultSecret.all(component);
  expect(secretsRead).toEqual([{ namespace: 'observability', name: admin?.secretName, keys: admin?.keys }]);
  expect(admin?.properties).toEqual([{ property: 'admin-password', seed: { kind: 'random', length: 32 } }]);
});

test('gets the certificates of its webhooks from the CA, with no Job that patches them', () => {
  expect(names('Certificate').length).toBeGreaterThan(0);
  expect(names('Issuer')).toEqual([]);
  expect(names('Job')).toEqual([]);
});

test('has one default datasource', () => {
  const { grafana } = build().values;
  expect(grafana?.sidecar?.datasources?.isDefaultDatasource).toBe(true);
  expect(grafana?.additionalDataSources?.map(({ isDefault }) => isDefault)).toEqual([false]);
});

test('tells Grafana the address that browsers use', () => {
  expect(build().values.grafana?.['grafana.ini']?.server).toEqual({
    domain: 'grafana.127-0-0-1.nip.io',
    root_url: 'https://grafana.127-0-0-1.nip.io',
  });
});

test.each(['5Gi', '20G', '1Ti'])('keeps metrics of a volume of %s below its size', (prometheus) => {
  const size = build({ storage: { prometheus } }).values.prometheus?.prometheusSpec?.retentionSize ?? '';
  expect(size).toMatch(/^\d+MiB$/);
  const filled = parseQuantity(size.replace('MiB', 'Mi')) / parseQuantity(prometheus);
  expect(filled).toBeGreaterThan(0.84);
  expect(filled).toBeLessThanOrEqual(0.85);
});

test('runs Prometheus twice at most, and keeps a viewer with one of the two', () => {
  const prod = build(prodSettings());
  expect(prod.values.prometheus).toMatchObject({ service: { sessionAffinity: 'ClientIP' } });
  expect(prod.pods['prometheus-prometheus-kube-prometheus-prometheus']?.count).toBe(2);
  expect(prod.pods['alertmanager-prometheus-kube-prometheus-alertmanager']?.count).toBe(3);
  expect(build().values.prometheus?.service).toBeUndefined();
});

test('keeps metrics, alerts and dashboards in the storage class of the platform', () => {
  const json = JSON.stringify(build({ storage: { className: 'fast' } }).values);
  expect(json.match(/"storageClassName":"fast"/g)).toHaveLength(3);
  expect(JSON.stringify(build().values)).not.toContain('storageClassName');
});

test('labels the pods that the operator makes', () => {
  const { prometheus, alertmanager } = build().values;
  for (const spec of [prometheus?.prometheusSpec, alertmanager?.alertmanagerSpec]) {
    expect(spec?.podMetadata?.labels).toMatchObject({ owner: 'platform-team', environment: 'demo' });
  }
});

test("takes the user's values last", () => {
  const own = { alertmanager: { enabled: false }, prometheus: { prometheusSpec: { retention: '1d' } } };
  const { pods, values } = build({ values: { 'kube-prometheus-stack': own } });
  expect(values.prometheus?.prometheusSpec).toMatchObject({ retention: '1d', retentionSize: '4352MiB' });
  expect(Object.keys(pods).join()).not.toContain('alertmanager');
});
