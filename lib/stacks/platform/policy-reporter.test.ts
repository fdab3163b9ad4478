import { App } from 'cdk8s';
import { HelmRelease } from '../../constructs/helm-release';
import { Stack } from '../../constructs/stack';
import type { Settings } from '../../model/settings';
import { demoPlatform } from '../../testing';
import { PolicyReporter } from './policy-reporter';

function objects(settings: Partial<Settings> = {}) {
  const platform = demoPlatform(settings);
  const stack = new Stack(new App(), 'platform', { platform, layer: 'K8s', namespace: 'kyverno-system' });
  return (HelmRelease.all(new PolicyReporter(stack))[0] as HelmRelease).contents.objects;
}

test('serves metrics and dashboards of the reports', () => {
  const kinds = objects().map(({ kind }) => kind);
  expect(kinds).toContain('ServiceMonitor');
  expect(kinds).toContain('ConfigMap');
  expect(objects().find(({ kind }) => kind === 'Deployment')).toMatchObject({
    metadata: { name: 'policy-reporter', namespace: 'kyverno-system' },
    spec: { template: { spec: { priorityClassName: 'platform-policy', nodeSelector: { 'node-role': 'it-infra' } } } },
  });
});

test('leaves nothing for Prometheus or Grafana behind where they are off', () => {
  const kinds = objects({ stacks: { observability: false, security: false } }).map(({ kind }) => kind);
  expect(kinds).not.toContain('ServiceMonitor');
  expect(kinds).not.toContain('ConfigMap');
});
