import type { StackName } from './settings';

export interface ComponentFacts {
  /** Those of the bootstrap belong to no stack and are always on. */
  readonly stack: StackName | 'bootstrap';
  /** Other names people know it by: its Helm chart, and what that brings along. */
  readonly installs: readonly string[];
}

/** The components that install a Helm chart: what `values` in the settings can name. */
export const COMPONENTS: Readonly<Record<string, ComponentFacts>> = {
  crds: { stack: 'bootstrap', installs: ['prometheus-operator-crds'] },
  cilium: { stack: 'bootstrap', installs: ['hubble'] },
  'cert-manager': { stack: 'bootstrap', installs: ['cainjector'] },
  vault: { stack: 'bootstrap', installs: [] },
  'external-secrets': { stack: 'bootstrap', installs: ['external-secrets-operator', 'eso'] },
  argocd: { stack: 'bootstrap', installs: ['argo-cd'] },
  policies: { stack: 'platform', installs: ['kyverno'] },
  'policy-reporter': { stack: 'platform', installs: [] },
  'kube-prometheus-stack': {
    stack: 'observability',
    installs: ['prometheus', 'grafana', 'alertmanager', 'node-exporter', 'kube-state-metrics'],
  },
  loki: { stack: 'observability', installs: [] },
  'fluent-bit': { stack: 'observability', installs: [] },
  'argo-workflows': { stack: 'cicd', installs: ['workflows'] },
  sonarqube: { stack: 'cicd', installs: [] },
  trivy: { stack: 'security', installs: ['trivy-operator'] },
};
