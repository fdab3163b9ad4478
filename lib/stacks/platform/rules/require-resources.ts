import { CLUSTER_COMPONENTS } from './exclusions';
import type { PolicyDefinition } from './policy-definition';

const SIZED = { resources: { requests: { cpu: '?*', memory: '?*' }, limits: { memory: '?*' } } };

/**
 * Judges pod templates as they are written; a pod itself has been completed by its namespace's LimitRange before. A
 * limit on CPU is left to that LimitRange: it slows a container down, a missing one on memory takes the node with it.
 */
export const requireResources: PolicyDefinition = {
  name: 'require-resources',
  title: 'Containers request what they need and limit what they may take',
  because:
    'The scheduler places pods by their requests, and only a memory limit keeps one container from starving its node.',
  category: 'Resources',
  rules: [
    {
      name: 'containers-have-requests-and-limits',
      kinds: ['Pod'],
      message: 'every container and init container needs requests for CPU and memory and a limit on memory',
      pattern: { spec: { containers: [SIZED], '=(initContainers)': [SIZED] } },
    },
  ],
  exclusions: [CLUSTER_COMPONENTS],
};
