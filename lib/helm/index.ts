import { argoCd } from './argo-cd';
import { argoWorkflows } from './argo-workflows';
import { certManager } from './cert-manager';
import { cilium } from './cilium';
import { externalSecrets } from './external-secrets';
import { fluentBit } from './fluent-bit';
import { kubePrometheusStack } from './kube-prometheus-stack';
import { kyverno } from './kyverno';
import { loki } from './loki';
import { policyReporter } from './policy-reporter';
import { prometheusOperatorCrds } from './prometheus-operator-crds';
import { sonarqube } from './sonarqube';
import { trivyOperator } from './trivy-operator';
import { vault } from './vault';

/** The Helm charts that the platform is made of. */
export const HELM_CHARTS = [
  argoCd,
  argoWorkflows,
  certManager,
  cilium,
  externalSecrets,
  fluentBit,
  kubePrometheusStack,
  kyverno,
  loki,
  policyReporter,
  prometheusOperatorCrds,
  sonarqube,
  trivyOperator,
  vault,
] as const;
