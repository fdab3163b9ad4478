import { Construct } from 'constructs';
import { type ContainerNode, WorkflowTemplate } from '../../../imports/argoproj.io';
import { Component } from '../../constructs/component';
import { STEP_RESOURCES } from './step-resources';
import { WorkflowAccount } from './workflow-account';
import { cloneContainer, SOURCE, stepPod, UNPRIVILEGED } from './workflow-step';

export interface BuildAndPushProps {
  /** Secret of type `kubernetes.io/dockerconfigjson` that opens the registry. */
  readonly registrySecret: string;
}

const NAME = 'build-and-push';

/** Builds the image of a repository's Dockerfile and pushes it. */
export class BuildAndPush extends Construct {
  constructor(scope: Construct, id: string, { registrySecret }: BuildAndPushProps) {
    super(scope, id);
    const account = new WorkflowAccount(this, 'account', { name: NAME });

    new WorkflowTemplate(this, 'Resource', {
      metadata: { name: NAME },
      spec: {
        entrypoint: 'build',
        serviceAccountName: account.name,
        arguments: {
          parameters: [
            { name: 'repository', description: 'URL that git clones from' },
            { name: 'revision', description: 'branch, tag or commit', value: 'main' },
            { name: 'context', description: 'folder of the build inside the repository', value: '.' },
            { name: 'dockerfile', description: 'path inside that folder', value: 'Dockerfile' },
            { name: 'image', description: 'name and tag to push' },
          ],
        },
        templates: [
          {
            ...stepPod(Component.of(this).platform),
            name: 'build',
            inputs: {
              parameters: ['repository', 'revision', 'context', 'dockerfile', 'image'].map((name) => ({ name })),
            },
            securityContext: { fsGroup: UNPRIVILEGED, seccompProfile: { type: 'RuntimeDefault' } },
            volumes: [
              { name: 'workspace', emptyDir: { sizeLimit: '4Gi' } },
              {
                name: 'registry',
                secret: { secretName: registrySecret, items: [{ key: '.dockerconfigjson', path: 'config.json' }] },
              },
            ],
            containerSet: {
              volumeMounts: [{ name: 'workspace', mountPath: '/workspace' }],
              containers: [cloneContainer(), build()],
            },
          },
        ],
      },
    });
  }
}

/**
 * Kaniko unpacks images as root, with the capabilities that a container has by default: no privileged pod and no user
 * namespaces on the node, which rootless BuildKit would need.
 */
function build(): ContainerNode {
  return {
    name: 'push',
    dependencies: ['clone'],
    image: 'gcr.io/kaniko-project/executor:v1.24.0',
    command: ['/kaniko/executor'],
    args: [
      `--context=dir://${SOURCE}/{{inputs.parameters.context}}`,
      '--dockerfile={{inputs.parameters.dockerfile}}',
      '--destination={{inputs.parameters.image}}',
    ],
    volumeMounts: [{ name: 'registry', mountPath: '/kaniko/.docker', readOnly: true }],
    securityContext: { runAsUser: 0, runAsNonRoot: false, allowPrivilegeEscalation: false },
    resources: STEP_RESOURCES.build,
  };
}
