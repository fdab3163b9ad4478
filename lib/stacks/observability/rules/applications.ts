import type { AlertGroup } from './alert';

/** The cluster is what the repository says. Metrics of Argo CD's application controller (argo-cd docs, "Metrics"). */
export const applications: AlertGroup = {
  name: 'applications',
  alerts: [
    {
      alert: 'ApplicationOutOfSync',
      severity: 'warning',
      expr: 'max by (name, project) (argocd_app_info{sync_status!="Synced"}) > 0',
      for: '30m',
      summary: 'Application {{ $labels.name }} is not what the repository says.',
      runbook: 'Look at the difference: `argocd app diff`. It is drift that cannot be healed, or a sync that fails.',
    },
    {
      alert: 'ApplicationSyncFailed',
      severity: 'warning',
      expr: 'sum by (name) (increase(argocd_app_sync_total{phase=~"Error|Failed"}[15m])) > 0',
      for: '5m',
      summary: 'Syncs of Application {{ $labels.name }} fail.',
      runbook: 'Read the message of the last operation: `argocd app get`.',
    },
    {
      alert: 'ApplicationDegraded',
      severity: 'critical',
      expr: 'max by (name, project) (argocd_app_info{health_status=~"Degraded|Missing"}) > 0',
      for: '15m',
      summary: 'Application {{ $labels.name }} is broken.',
      runbook: 'Find the object that is not healthy: `argocd app get`; then its events and its logs.',
    },
    {
      alert: 'ApplicationStuck',
      severity: 'warning',
      expr: 'max by (name, project) (argocd_app_info{health_status=~"Progressing|Unknown"}) > 0',
      for: '1h',
      summary: 'Application {{ $labels.name }} does not get ready.',
      runbook: 'Find the object that waits, and what it waits for: a volume, a Secret, room on a node.',
    },
    {
      alert: 'ApplicationsNotReported',
      severity: 'critical',
      expr: 'absent(argocd_app_info)',
      for: '15m',
      summary: 'Argo CD reports no Application.',
      runbook: 'Is the application controller running, and does Prometheus reach it?',
    },
  ],
};
