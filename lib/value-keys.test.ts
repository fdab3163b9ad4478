import { buildApp } from './app';
import { chartValueKeys } from './constructs/chart-value-keys';
import { HelmRelease } from './constructs/helm-release';
import { HELM_CHARTS } from './helm';
import type { Platform } from './model/platform';
import { unfitValues } from './model/value-keys';
import { synth } from './synth';
import { demoPlatform, prodSettings } from './testing';

const PLATFORMS: readonly [string, Platform][] = [
  ['demo', demoPlatform()],
  ['staging', demoPlatform({ profile: 'staging' })],
  ['prod', demoPlatform(prodSettings())],
  ['quiet', demoPlatform({ stacks: { observability: false, security: false }, tls: 'certificate' })],
];

test.each(PLATFORMS)('every value that the %s platform sets fits its chart', (_, platform) => {
  const unfit = HelmRelease.all(buildApp(platform)).flatMap(({ chart, values }) =>
    unfitValues(values as Record<string, unknown>, chartValueKeys(chart.name, chart.version) ?? {}).map(
      ({ path }) => `${chart.name}: ${path.join('.')}`,
    ),
  );
  expect(unfit).toEqual([]);
});

test.each(HELM_CHARTS)('the values of $name $version are known', ({ name, version }) => {
  expect(chartValueKeys(name, version)).toBeDefined();
});

test('keys that charts are known to ignore are found', () => {
  const known = (name: string, version: string, values: object) =>
    unfitValues(values as Record<string, unknown>, chartValueKeys(name, version) ?? {}).length === 0;
  expect(known('argo-workflows', '0.45.27', { controller: { workflowDefaults: { spec: {} } } })).toBe(true);
  expect(known('argo-workflows', '0.45.27', { workflowDefaults: { spec: {} } })).toBe(false);
  expect(known('trivy-operator', '0.31.0', { operator: { scanJobTemplate: {} } })).toBe(false);
  expect(known('sonarqube', '2025.5.0', { sonarqube: { resources: {} } })).toBe(false);
  expect(known('argo-cd', '8.6.0', { ha: { enabled: true } })).toBe(false);
  expect(known('kube-prometheus-stack', '77.14.0', { grafana: { admin: { existingSecrets: 'x' } } })).toBe(false);
});

test('a value of platform.ts that the chart would ignore stops synth', () => {
  const platform = demoPlatform({ values: { loki: { singleBinary: { replica: 2 }, lokiCanari: {} } } });
  expect(() => synth(buildApp(platform))).toThrowErrorMatchingInlineSnapshot(`
"synth failed:
  [observability/loki/release] "values.loki.lokiCanari" in platform.ts is no value of the Helm chart loki 6.42.0, which would ignore it; did you mean "lokiCanary"?
  [observability/loki/release] "values.loki.singleBinary.replica" in platform.ts is no value of the Helm chart loki 6.42.0, which would ignore it; did you mean "replicas"?"
`);
});

test('a value of platform.ts that would replace a whole object of the chart stops synth', () => {
  const platform = demoPlatform({ values: { loki: { singleBinary: 2, gateway: null } } });
  expect(() => synth(buildApp(platform))).toThrow(
    '"values.loki.singleBinary" in platform.ts is no object, where the Helm chart loki 6.42.0 reads one; it knows ',
  );
});
