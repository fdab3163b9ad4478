import type { StackName } from '../../../model/settings';

/** Critical: the platform breaks a promise now. Warning: it will, or somebody should look. */
export type Severity = 'critical' | 'warning';

/** An alerting rule. */
export interface Alert {
  /** Name: what is wrong. */
  readonly alert: string;
  readonly severity: Severity;
  /** PromQL: every series that it answers is an alert of its own. */
  readonly expr: string;
  /** How long it has to hold, as a Prometheus duration. */
  readonly for: string;
  /** What is wrong with what, over the labels of the series. */
  readonly summary: string;
  /** What to look at first. */
  readonly runbook: string;
}

/** Alerts about one thing that the platform promises. */
export interface AlertGroup {
  /** Becomes the PrometheusRule `platform-<name>`. */
  readonly name: string;
  /** Stack whose metrics they need. @default - metrics that are always there */
  readonly needs?: StackName;
  readonly alerts: readonly Alert[];
}

/**
 * Namespace of the object that a metric speaks of. A monitor that does not honour labels moves it aside, for the
 * namespace of the exporter, and most charts leave it to their default which they do.
 */
export const OBJECT_NAMESPACE = 'namespace, exported_namespace';

/** The object that an alert is about, for its summary. Grouped by `name` and {@link OBJECT_NAMESPACE}. */
export const OBJECT = '{{ or $labels.exported_namespace $labels.namespace }}/{{ $labels.name }}';
