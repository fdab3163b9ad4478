import type { Resources } from '../../model/workload';
import type { PodValues } from '../pod-values';
import type { Switch } from '../switch';
import type { GrafanaValues } from './grafana-values';
import type { KubernetesPart } from './kubernetes-part';
import type { LabelSelector } from './label-selector';
import type { RuleSwitch } from './rule-groups';
import type { VolumeClaimTemplate } from './stateful-set';

/** Values of the stack and of its subcharts, each under its own key. */
export interface KubePrometheusStackValues extends Readonly<Partial<Record<KubernetesPart, KubernetesPartValues>>> {
  /** The CRDs are a chart of their own here: two owners would flip their schemas. */
  readonly crds?: Switch;
  readonly defaultRules?: DefaultRulesValues;
  readonly prometheusOperator?: OperatorValues;
  readonly prometheus?: PrometheusValues;
  readonly alertmanager?: AlertmanagerValues;
  readonly grafana?: GrafanaValues;
  /** Whether the subchart is rendered; its values are under the hyphenated name. */
  readonly kubeStateMetrics?: Switch;
  readonly 'kube-state-metrics'?: KubeStateMetricsValues;
  /** As `kubeStateMetrics`. */
  readonly nodeExporter?: Switch;
  readonly 'prometheus-node-exporter'?: NodeExporterValues;
}

export interface KubernetesPartValues extends Switch {
  readonly serviceMonitor?: { readonly metricRelabelings?: readonly Readonly<Record<string, unknown>>[] };
}

export interface DefaultRulesValues {
  readonly create?: boolean;
  readonly rules?: Readonly<Partial<Record<RuleSwitch, boolean>>>;
  /** Single alerts to leave out of their groups, by name. */
  readonly disabled?: Readonly<Record<string, boolean>>;
}

export interface OperatorValues extends PodValues, Switch {
  readonly admissionWebhooks?: WebhookValues;
  /** Of the config reloaders in the pods that the operator makes. */
  readonly prometheusConfigReloader?: { readonly resources?: Resources };
}

/** Checks PrometheusRules when they are applied; the operator itself answers. */
export interface WebhookValues extends Switch {
  /** What the API server does while the operator does not answer. @default - `Fail`, but `Ignore` with `patch` */
  readonly failurePolicy?: 'Fail' | 'Ignore';
  /** Jobs that make the certificate, as Helm hooks; left out with `certManager`. */
  readonly patch?: Switch;
  readonly certManager?: Switch & {
    /** @default - an Issuer of the chart's own */
    readonly issuerRef?: { readonly group: string; readonly kind: string; readonly name: string };
    readonly admissionCert?: { readonly duration?: string };
  };
}

export interface PrometheusValues extends Switch {
  readonly service?: { readonly sessionAffinity?: 'ClientIP' | 'None' };
  /** Copied into the Prometheus object. */
  readonly prometheusSpec?: PodValues & SelectorValues & PrometheusSpecValues;
}

interface PrometheusSpecValues {
  readonly replicas?: number;
  readonly retention?: string;
  readonly retentionSize?: string;
  readonly storageSpec?: { readonly volumeClaimTemplate: VolumeClaimTemplate };
  readonly podMetadata?: { readonly labels: Readonly<Record<string, string>> };
}

/** What Prometheus selects monitors and rules by. `…NilUsesHelmValues` holds while the selector is empty, and is on by default. */
interface SelectorValues {
  readonly podMonitorSelector?: LabelSelector;
  readonly podMonitorSelectorNilUsesHelmValues?: boolean;
  readonly probeSelector?: LabelSelector;
  readonly probeSelectorNilUsesHelmValues?: boolean;
  readonly ruleSelector?: LabelSelector;
  readonly ruleSelectorNilUsesHelmValues?: boolean;
  readonly scrapeConfigSelector?: LabelSelector;
  readonly scrapeConfigSelectorNilUsesHelmValues?: boolean;
  readonly serviceMonitorSelector?: LabelSelector;
  readonly serviceMonitorSelectorNilUsesHelmValues?: boolean;
}

export interface AlertmanagerValues extends Switch {
  /** Copied into the Alertmanager object. */
  readonly alertmanagerSpec?: PodValues & {
    readonly replicas?: number;
    /** Called `storageSpec` for Prometheus. */
    readonly storage?: { readonly volumeClaimTemplate: VolumeClaimTemplate };
    readonly podMetadata?: { readonly labels: Readonly<Record<string, string>> };
  };
}

export interface KubeStateMetricsValues extends PodValues {
  readonly prometheus?: {
    readonly monitor?: {
      /**
       * `honorLabels` keeps the namespace and pod that a metric speaks of. The stack's own values set it one level up,
       * where the subchart's values no longer have it.
       */
      readonly http?: { readonly honorLabels?: boolean };
    };
  };
}

export interface NodeExporterValues extends PodValues {
  readonly hostRootFsMount?: {
    /** Empty: none. Anything else needs nodes whose root is a shared mount. @default 'HostToContainer' */
    readonly mountPropagation?: '' | 'HostToContainer';
  };
}
