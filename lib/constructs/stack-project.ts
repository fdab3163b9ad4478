import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { AppProject } from '../../imports/argoproj.io';
import { groupOf, type Manifest } from '../model/manifest';
import { ARGO_CD_NAMESPACE, inCluster } from './argo-cd';
import { contentsOfStack } from './contents';
import type { Stack } from './stack';

/** Argo CD keeps the project until no Application names it: without it none of them could delete what it brought. */
const UNTIL_UNUSED = 'resources-finalizer.argocd.argoproj.io';

export interface StackProjectProps {
  readonly stack: Stack;
}

/**
 * What the Applications of a stack may do: nothing more than what the stack emits. Computed at synth from its own
 * objects and from the contracts of its Helm charts. Charts that kustomize renders need no source of their own: Argo CD
 * checks the repository of the Application only.
 */
export class StackProject extends Construct {
  constructor(scope: Construct, id: string, props: StackProjectProps) {
    super(scope, id);
    const { stack } = props;
    const contents = () => contentsOfStack(this, stack.node.id);

    new AppProject(this, 'Resource', {
      metadata: { name: stack.node.id, namespace: ARGO_CD_NAMESPACE, finalizers: [UNTIL_UNUSED] },
      spec: {
        description: `Applications of the ${stack.node.id} stack`,
        sourceRepos: [stack.platform.repository.url],
        destinations: Lazy.any({ produce: () => namespaces(stack, contents()).map(inCluster) }),
        clusterResourceWhitelist: Lazy.any({ produce: () => clusterKinds(contents()) }),
      },
    });
  }
}

/** The namespaces of all objects, and the one that fills in for objects that name none. */
function namespaces(stack: Stack, contents: readonly Manifest[]): string[] {
  const named = contents.map(({ metadata }) => metadata.namespace).filter((namespace) => namespace !== undefined);
  return [...new Set([stack.namespace, ...named])].sort();
}

function clusterKinds(contents: readonly Manifest[]): { group: string; kind: string }[] {
  const clusterScoped = contents.filter(({ metadata }) => metadata.namespace === undefined);
  const keys = new Set(clusterScoped.map((manifest) => `${groupOf(manifest)}/${manifest.kind}`));
  return [...keys].sort().map((key) => {
    const [group = '', kind = ''] = key.split('/');
    return { group, kind };
  });
}
