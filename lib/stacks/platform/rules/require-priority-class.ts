import { CLUSTER_COMPONENTS } from './exclusions';
import type { PolicyDefinition } from './policy-definition';

/** A pod that names no class has got the global default before it is judged, so that one counts as none. */
export const requirePriorityClass: PolicyDefinition = {
  name: 'require-priority-class',
  title: 'Pods say how important they are',
  because:
    'Under pressure the scheduler evicts by priority; without classes it takes what the platform needs most as gladly as a test.',
  category: 'Scheduling',
  rules: [
    {
      name: 'pod-has-priority-class',
      kinds: ['Pod'],
      message: 'a pod needs a priorityClassName other than unclassified-workload; applications take user-workloads',
      pattern: { spec: { priorityClassName: '?* & !unclassified-workload' } },
    },
  ],
  exclusions: [CLUSTER_COMPONENTS],
};
