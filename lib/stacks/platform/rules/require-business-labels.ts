import { CLUSTER_COMPONENTS } from './exclusions';
import type { PolicyDefinition } from './policy-definition';

/** What `propagate-business-labels` could not complete, because the namespace itself has no labels. */
export const requireBusinessLabels: PolicyDefinition = {
  name: 'require-business-labels',
  title: 'Pods say who owns them',
  because: 'Costs, alerts and reports are assigned by owner, business unit and environment.',
  category: 'Labels',
  rules: [
    {
      name: 'pod-has-business-labels',
      kinds: ['Pod'],
      message:
        'a pod needs the labels owner, business-unit and environment; it gets them from its namespace where that has them',
      pattern: { metadata: { labels: { owner: '?*', 'business-unit': '?*', environment: '?*' } } },
    },
  ],
  exclusions: [CLUSTER_COMPONENTS],
};
