import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { ApplicationSet } from '../../imports/argoproj.io';
import { ARGO_CD_NAMESPACE, inCluster, RETRY, SYNC_OPTIONS } from './argo-cd';
import { Component } from './component';
import { objectLabels } from './labels';
import type { Stack } from './stack';

export interface StackApplicationSetProps {
  readonly stack: Stack;
  /** Whether what leaves the directories is deleted from the cluster, with the Application that brought it. @default true */
  readonly prune?: boolean;
}

/** One Application for each directory of a stack, named `<stack>-<component>`. */
export class StackApplicationSet extends Construct {
  constructor(scope: Construct, id: string, props: StackApplicationSetProps) {
    super(scope, id);
    const { stack, prune = true } = props;
    const { repository } = stack.platform;
    const project = stack.node.id;

    new ApplicationSet(this, 'Resource', {
      metadata: { name: project, namespace: ARGO_CD_NAMESPACE },
      spec: {
        goTemplate: true,
        goTemplateOptions: ['missingkey=error'],
        generators: [
          {
            git: {
              repoURL: repository.url,
              revision: repository.revision,
              directories: [{ path: `${stack.path}/*` }],
            },
          },
        ],
        syncPolicy: { preserveResourcesOnDeletion: !prune },
        template: {
          metadata: {
            name: `${project}-{{.path.basename}}`,
            labels: objectLabels(stack.platform, project, '{{.path.basename}}'),
          },
          spec: {
            project,
            source: { repoURL: repository.url, targetRevision: repository.revision, path: '{{.path.path}}' },
            destination: inCluster(Lazy.any({ produce: () => destinationNamespace(stack) })),
            syncPolicy: {
              automated: { prune, selfHeal: true },
              syncOptions: [...SYNC_OPTIONS],
              retry: RETRY,
            },
          },
        },
      },
    });
  }
}

/** Where objects go that name no namespace: the one of all components, or looked up by the name of the directory. */
function destinationNamespace(stack: Stack): string {
  const components = stack.node.children.filter((child) => Component.isComponent(child));
  const namespaces = new Map(components.map((component) => [component.node.id, component.namespace]));
  if (new Set([stack.namespace, ...namespaces.values()]).size === 1) return stack.namespace;
  const pairs = [...namespaces].sort().map(([id, namespace]) => `"${id}" "${namespace}"`);
  return `{{ get (dict ${pairs.join(' ')}) .path.basename }}`;
}
