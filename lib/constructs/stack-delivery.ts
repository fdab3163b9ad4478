import { Directory } from './directory';
import { objectLabels } from './labels';
import type { Stack } from './stack';
import { StackApplicationSet } from './stack-application-set';
import { StackProject } from './stack-project';

/** What hands a stack to Argo CD, beside its components: `applicationset.yaml` and `appproject.yaml`. */
export class StackDelivery extends Directory {
  constructor(stack: Stack) {
    const { platform, layer, path } = stack;
    const name = stack.node.id;
    super(stack, 'delivery', {
      platform,
      layer,
      stack: name,
      path,
      labels: objectLabels(platform, name, name),
      fileNames: { ApplicationSet: 'applicationset.yaml', AppProject: 'appproject.yaml' },
    });
    new StackProject(this, 'project', { stack });
    new StackApplicationSet(this, 'applications', { stack });
  }
}
