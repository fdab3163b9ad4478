import type { ContainerNode, Template } from '../../../imports/argoproj.io';
import { placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { Platform } from '../../model/platform';
import { STEP_RESOURCES } from './step-resources';

/** Where the containers of a step find the clone of the repository. */
export const SOURCE = '/workspace/source';

/** User and group of the containers that need no root. */
export const UNPRIVILEGED = 1000;

/** Takes branches, tags and full commit ids; the whole history, which blame information needs. */
const CLONE = `set -eu
git init -q "$TARGET"
cd "$TARGET"
git fetch -q -- "$REPOSITORY" "$REVISION"
git checkout -q FETCH_HEAD
`;

/** What the pods of all steps have in common. */
export function stepPod(platform: Platform): Pick<Template, 'priorityClassName' | 'nodeSelector' | 'tolerations'> {
  return { ...placeOn(platform, 'workloads'), priorityClassName: 'cicd-execution' satisfies PriorityClassName };
}

/** Clones the input parameter `repository` at `revision`; further containers of the step depend on `clone`. */
export function cloneContainer(): ContainerNode {
  return {
    name: 'clone',
    image: 'alpine/git:v2.49.1',
    command: ['sh', '-c', CLONE],
    env: [
      { name: 'HOME', value: '/tmp' },
      { name: 'REPOSITORY', value: '{{inputs.parameters.repository}}' },
      { name: 'REVISION', value: '{{inputs.parameters.revision}}' },
      { name: 'TARGET', value: SOURCE },
    ],
    securityContext: {
      runAsNonRoot: true,
      runAsUser: UNPRIVILEGED,
      runAsGroup: UNPRIVILEGED,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    },
    resources: STEP_RESOURCES.clone,
  };
}
