import type { StackName } from './settings';

/**
 * The components that install a Helm chart, so that `values` can name them, with the stack that each belongs to.
 * Those of the bootstrap belong to no stack and are always on.
 */
export const COMPONENTS: Readonly<Record<string, StackName | 'bootstrap'>> = {
  crds: 'bootstrap',
  cilium: 'bootstrap',
  'cert-manager': 'bootstrap',
  vault: 'bootstrap',
  'external-secrets': 'bootstrap',
  argocd: 'bootstrap',
  policies: 'platform',
  'policy-reporter': 'platform',
  'kube-prometheus-stack': 'observability',
  loki: 'observability',
  'fluent-bit': 'observability',
  'argo-workflows': 'cicd',
  sonarqube: 'cicd',
  trivy: 'security',
};
