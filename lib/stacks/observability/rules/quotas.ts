import type { AlertGroup } from './alert';

const BY = 'namespace, resourcequota, resource';

/** Namespaces have room for what they hold. Metrics of kube-state-metrics (docs, "ResourceQuota Metrics"). */
export const quotas: AlertGroup = {
  name: 'quotas',
  alerts: [
    {
      alert: 'QuotaNearlyFull',
      severity: 'warning',
      expr: `max by (${BY}) (kube_resourcequota{type="used"}) / max by (${BY}) (kube_resourcequota{type="hard"} > 0) > 0.9`,
      for: '15m',
      summary: '{{ $labels.namespace }} uses {{ $value | humanizePercentage }} of its {{ $labels.resource }}.',
      runbook:
        'Pods that no longer fit are not made, and only the events of their owner say so. Synth sizes the quota.',
    },
  ],
};
