import type { AlertGroup } from './alert';

/** What is switched on is watched: an alert over metrics that nobody collects would be silent for ever. */
export const monitoring: AlertGroup = {
  name: 'monitoring',
  alerts: [
    {
      alert: 'TargetNotScraped',
      severity: 'warning',
      expr: 'count by (namespace, job) (up == 0) > 0',
      for: '10m',
      summary: '{{ $value }} targets of {{ $labels.namespace }}/{{ $labels.job }} do not answer.',
      runbook: 'The page of targets in Prometheus has the error of each.',
    },
    {
      alert: 'MonitorWithoutTargets',
      severity: 'warning',
      expr: 'max by (scrape_job) (prometheus_target_scrape_pool_targets) == 0',
      for: '30m',
      summary: 'Monitor {{ $labels.scrape_job }} finds no targets.',
      runbook: 'Compare its selector and the name of its port with the Service it is meant for.',
    },
  ],
};
