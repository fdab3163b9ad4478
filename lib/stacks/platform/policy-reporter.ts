import { Component } from '../../constructs/component';
import { HelmRelease } from '../../constructs/helm-release';
import { MONITOR_LABELS } from '../../constructs/monitor-labels';
import { placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { Stack } from '../../constructs/stack';
import { type PolicyReporterValues, policyReporter } from '../../helm/policy-reporter';
import type { Platform } from '../../model/platform';

/**
 * Collects the PolicyReports that Kyverno writes and serves them as metrics. No plugin for Trivy: its operator writes
 * reports of its own kinds and has metrics of its own.
 */
export class PolicyReporter extends Component {
  constructor(stack: Stack) {
    super(stack, 'policy-reporter');
    new HelmRelease(this, 'release', { chart: policyReporter, values: values(this.platform) });
  }
}

function values(platform: Platform): PolicyReporterValues {
  const { observability } = platform.stacks;
  return {
    ...placeOn(platform, 'infra'),
    priorityClassName: 'platform-policy' satisfies PriorityClassName,
    // Its monitor gives all replicas one name, so that more of them would be one series with several values.
    replicaCount: 1,
    resources: { requests: { cpu: '25m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
    metrics: { enabled: true },
    monitoring: {
      enabled: observability,
      serviceMonitor: { labels: MONITOR_LABELS },
      grafana: { dashboards: { enabled: observability } },
    },
    ui: { enabled: false },
  };
}
