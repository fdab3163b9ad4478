import { KUBERNETES_NAMESPACES } from './exclusions';
import type { PolicyDefinition } from './policy-definition';

/**
 * Enforced in every profile: each later label, cost report and alert takes the owner from the namespace, and a
 * Namespace is written once, by hand, so refusing it stops nobody's rollout.
 */
export const requireNamespaceLabels: PolicyDefinition = {
  name: 'require-namespace-labels',
  title: 'Namespaces say who owns them',
  because:
    'Workloads get their business labels from their namespace, so a namespace without them leaves its costs and alerts to nobody.',
  category: 'Labels',
  severity: 'high',
  action: 'Enforce',
  rules: [
    {
      name: 'namespace-has-business-labels',
      kinds: ['Namespace'],
      message: 'a Namespace needs the labels owner, business-unit and environment',
      pattern: { metadata: { labels: { owner: '?*', 'business-unit': '?*', environment: '?*' } } },
    },
  ],
  exclusions: [
    {
      reason: 'Kubernetes makes them before any policy exists, and owns their labels',
      kinds: ['Namespace'],
      names: ['default', ...KUBERNETES_NAMESPACES],
    },
  ],
};
