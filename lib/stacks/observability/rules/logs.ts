import type { AlertGroup } from './alert';

/** Every line that a container writes can be found. Metrics of Fluent Bit's outputs and of Loki's distributor. */
export const logs: AlertGroup = {
  name: 'logs',
  alerts: [
    {
      alert: 'LogsDropped',
      severity: 'critical',
      expr: 'sum by (namespace, pod) (increase(fluentbit_output_dropped_records_total[15m])) > 0',
      for: '5m',
      summary: '{{ $labels.pod }} drops lines of log.',
      runbook: 'Loki refuses them, or was away for longer than the buffer holds: the logs of the pod say which.',
    },
    {
      alert: 'LogsDelayed',
      severity: 'warning',
      expr: 'sum by (namespace, pod) (rate(fluentbit_output_retries_total[15m])) > 0',
      for: '30m',
      summary: '{{ $labels.pod }} cannot send its logs at the first try.',
      runbook: 'Is Loki running? Does it limit the rate, or is its volume full?',
    },
    {
      alert: 'LogsDiscarded',
      severity: 'warning',
      expr: 'sum by (reason) (increase(loki_discarded_samples_total[15m])) > 0',
      for: '15m',
      summary: 'Loki discards lines of log: {{ $labels.reason }}.',
      runbook: 'The reason names the limit: `limits_config` in the values of Loki.',
    },
    {
      alert: 'NoLogsReceived',
      severity: 'critical',
      expr: 'sum(rate(loki_distributor_lines_received_total[15m])) == 0 or absent(loki_distributor_lines_received_total)',
      for: '15m',
      summary: 'Loki receives no logs.',
      runbook: 'Are Loki and the pods of Fluent Bit running? What do they say about each other?',
    },
  ],
};
