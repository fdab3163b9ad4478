import { CLUSTER_COMPONENTS } from './exclusions';
import type { PolicyDefinition } from './policy-definition';

/** Reads the namespace's ResourceQuotas; Kyverno may, through the built-in ClusterRole `view` that its chart binds. */
export const requireResourceQuota: PolicyDefinition = {
  name: 'require-resource-quota',
  title: 'Namespaces have a budget',
  because: 'Without a ResourceQuota one namespace can take the capacity that the others were promised.',
  category: 'Resources',
  rules: [
    {
      name: 'namespace-has-resource-quota',
      kinds: ['Pod'],
      lookups: {
        resourceQuotas: {
          urlPath: '/api/v1/namespaces/{{request.namespace}}/resourcequotas',
          jmesPath: 'items | length(@)',
        },
      },
      message: 'the namespace needs a ResourceQuota before pods run in it',
      denyIf: [{ key: '{{ resourceQuotas }}', operator: 'Equals', value: 0 }],
    },
  ],
  exclusions: [CLUSTER_COMPONENTS],
};
