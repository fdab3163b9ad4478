import type { ArgoCdValues } from './argo-cd/values';
import type { ArgoWorkflowsValues } from './argo-workflows';
import type { CertManagerValues } from './cert-manager';
import type { CiliumValues } from './cilium/values';
import type { ExternalSecretsValues } from './external-secrets';
import type { FluentBitValues } from './fluent-bit';
import type { KubePrometheusStackValues } from './kube-prometheus-stack/values';
import type { KyvernoValues } from './kyverno';
import type { LokiValues } from './loki/values';
import type { PolicyReporterValues } from './policy-reporter';
import type { SonarqubeValues } from './sonarqube';
import type { TrivyOperatorValues } from './trivy-operator/values';
import type { VaultValues } from './vault';

/** Any part of a chart's values: the keys that the platform sets keep their types, others are taken as they are. */
type Over<Values> = Values extends readonly unknown[]
  ? Values
  : Values extends object
    ? { readonly [Key in keyof Values]?: Over<Values[Key]> } & { readonly [key: string]: unknown }
    : Values;

/** Values that are laid over those of a component's Helm chart, by component. */
export interface ComponentValues {
  readonly crds?: Over<object>;
  readonly cilium?: Over<CiliumValues>;
  readonly 'cert-manager'?: Over<CertManagerValues>;
  readonly vault?: Over<VaultValues>;
  readonly 'external-secrets'?: Over<ExternalSecretsValues>;
  readonly argocd?: Over<ArgoCdValues>;
  readonly policies?: Over<KyvernoValues>;
  readonly 'policy-reporter'?: Over<PolicyReporterValues>;
  readonly 'kube-prometheus-stack'?: Over<KubePrometheusStackValues>;
  readonly loki?: Over<LokiValues>;
  readonly 'fluent-bit'?: Over<FluentBitValues>;
  readonly 'argo-workflows'?: Over<ArgoWorkflowsValues>;
  readonly sonarqube?: Over<SonarqubeValues>;
  readonly trivy?: Over<TrivyOperatorValues>;
}
