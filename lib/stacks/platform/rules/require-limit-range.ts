import { CLUSTER_COMPONENTS } from './exclusions';
import type { PolicyDefinition } from './policy-definition';

/** Reads the namespace's LimitRanges; Kyverno may, through the built-in ClusterRole `view` that its chart binds. */
export const requireLimitRange: PolicyDefinition = {
  name: 'require-limit-range',
  title: 'Namespaces have defaults for containers',
  because: 'A LimitRange acts only while a pod is admitted, so it has to be there before the first pod is.',
  category: 'Resources',
  rules: [
    {
      name: 'namespace-has-limit-range',
      kinds: ['Pod'],
      lookups: {
        limitRanges: {
          urlPath: '/api/v1/namespaces/{{request.namespace}}/limitranges',
          jmesPath: 'items | length(@)',
        },
      },
      message: 'the namespace needs a LimitRange before pods run in it',
      denyIf: [{ key: '{{ limitRanges }}', operator: 'Equals', value: 0 }],
    },
  ],
  exclusions: [CLUSTER_COMPONENTS],
};
