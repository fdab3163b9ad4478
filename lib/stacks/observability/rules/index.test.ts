import { demoPlatform, manifestsOf, testComponent } from '../../../testing';
import { AlertRules, alertGroups } from '.';

/** Where the metrics of the alerts come from; each was looked up in the source or the docs of the pinned version. */
const METRICS: Readonly<Record<string, string>> = {
  argocd_app_info: 'argo-cd controller/metrics',
  argocd_app_sync_total: 'argo-cd controller/metrics',
  certmanager_certificate_expiration_timestamp_seconds: 'cert-manager pkg/metrics',
  certmanager_certificate_ready_status: 'cert-manager pkg/metrics',
  certmanager_certificate_renewal_timestamp_seconds: 'cert-manager pkg/metrics',
  cluster_policy_report_result: 'policy-reporter pkg/listener/metrics',
  externalsecret_status_condition: 'external-secrets pkg/controllers/externalsecret/esmetrics',
  fluentbit_output_dropped_records_total: 'fluent-bit docs, monitoring',
  fluentbit_output_retries_total: 'fluent-bit docs, monitoring',
  kube_resourcequota: 'kube-state-metrics docs/metrics/policy',
  loki_discarded_samples_total: 'loki pkg/validation',
  loki_distributor_lines_received_total: 'loki pkg/distributor',
  policy_report_result: 'policy-reporter pkg/listener/metrics',
  prometheus_target_scrape_pool_targets: 'prometheus scrape/metrics.go',
  secretstore_status_condition: 'external-secrets pkg/controllers/secretstore/ssmetrics',
  trivy_image_exposedsecrets: 'trivy-operator pkg/metrics',
  trivy_image_vulnerabilities: 'trivy-operator pkg/metrics',
  up: 'prometheus itself',
  vault_core_unsealed: 'vault docs, telemetry',
};

/** PromQL's own words, and the labels that stand outside of a selector. */
const WORDS = [
  ...['absent', 'and', 'by', 'count', 'increase', 'max', 'min', 'or', 'rate', 'sum', 'time'],
  ...['exported_namespace', 'instance', 'job', 'name', 'namespace', 'pod', 'policy', 'project', 'reason'],
  ...['resource', 'resource_kind', 'resource_name', 'resourcequota', 'scrape_job'],
];

const all = alertGroups(demoPlatform()).flatMap(({ alerts }) => alerts);

test('names every alert once', () => {
  const names = all.map(({ alert }) => alert);
  expect(new Set(names).size).toBe(names.length);
});

test.each(all)('$alert says what is wrong, how bad it is, and what to do', (alert) => {
  expect(alert.alert).toMatch(/^([A-Z][a-z]+)+$/);
  expect(alert.severity).toMatch(/^(critical|warning)$/);
  expect(alert.for).toMatch(/^\d+[mh]$/);
  expect(alert.summary).toMatch(/[.]$/);
  expect(alert.runbook.length).toBeGreaterThan(20);
});

test.each(all)('$alert asks only for metrics that were looked up', ({ expr }) => {
  const words = expr.replaceAll(/\{[^}]*\}|\[[^\]]*\]/g, ' ').match(/[a-z_]{2,}/g) ?? [];
  const metrics = words.filter((word) => !WORDS.includes(word));
  expect(metrics.length).toBeGreaterThan(0);
  for (const metric of metrics) expect(METRICS).toHaveProperty(metric);
});

test.each(all)('$alert speaks in its summary of labels that its series have', ({ expr, summary }) => {
  const used = [...summary.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label);
  const grouped = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, labels]) => labels?.split(', '));
  for (const label of used) expect(grouped).toContain(label);
});

test('writes one PrometheusRule for each group', () => {
  const component = testComponent();
  new AlertRules(component, 'rules');
  const rules = manifestsOf(component);
  expect(Object.keys(rules)).toHaveLength(8);
  expect(rules['PrometheusRule platform-quotas']).toMatchObject({
    spec: {
      groups: [
        {
          name: 'platform-quotas',
          rules: [{ alert: 'QuotaNearlyFull', for: '15m', labels: { severity: 'warning' } }],
        },
      ],
    },
  });
});

test('leaves out alerts about a stack that is off', () => {
  const names = alertGroups(demoPlatform({ stacks: { platform: false, security: false } })).map(({ name }) => name);
  expect(names).not.toContain('policies');
  expect(names).not.toContain('scans');
  expect(names).toContain('logs');
});
