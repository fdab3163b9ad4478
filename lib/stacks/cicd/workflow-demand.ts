import { CONTAINER_DEFAULTS } from '../../constructs/governance';
import type { Platform } from '../../model/platform';
import { type Compute, podCompute, times } from '../../model/pod-resources';
import { STEP_RESOURCES } from './step-resources';

/** Workflows that run at the same time; more of them wait. */
export function parallelWorkflows(platform: Platform): number {
  return 2 * platform.sizing.replicas;
}

/** What the namespace has to hold for them on top of its components: as many builds, the largest of the steps. */
export function workflowDemand(platform: Platform): Compute {
  const executor = { name: 'wait', resources: STEP_RESOURCES.executor };
  const build = {
    initContainers: [executor],
    containers: [
      executor,
      { name: 'clone', resources: STEP_RESOURCES.clone },
      { name: 'build', resources: STEP_RESOURCES.build },
    ],
  };
  return times(podCompute(build, CONTAINER_DEFAULTS), parallelWorkflows(platform));
}
