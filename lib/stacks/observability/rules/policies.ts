import type { AlertGroup } from './alert';

/** What runs keeps the platform's policies. Metrics of Policy Reporter: one series a result, from each of its replicas. */
export const policies: AlertGroup = {
  name: 'policies',
  needs: 'platform',
  alerts: [
    {
      alert: 'PolicyViolated',
      severity: 'warning',
      expr: `${policyResults('fail')} > 0`,
      for: '30m',
      summary: 'Policy {{ $labels.policy }} is violated {{ $value }} times.',
      runbook:
        'The reports name the objects: `kubectl get policyreports -A`. Correct them, or except them for a reason.',
    },
    {
      alert: 'PolicyNotEvaluated',
      severity: 'warning',
      expr: `${policyResults('error')} > 0`,
      for: '30m',
      summary: 'Policy {{ $labels.policy }} fails to evaluate {{ $value }} times: it protects nothing there.',
      runbook: 'The message is in the report; it is mostly a field that the rule does not expect to be missing.',
    },
  ],
};

/** How many results have a status, by policy. */
export function policyResults(status: 'fail' | 'error'): string {
  const selector = `{status="${status}"}`;
  return `max by (policy) (sum by (policy, instance) (policy_report_result${selector} or cluster_policy_report_result${selector}))`;
}
