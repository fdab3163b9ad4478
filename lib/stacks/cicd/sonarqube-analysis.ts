import { Construct } from 'constructs';
import { type ContainerNode, WorkflowTemplate } from '../../../imports/argoproj.io';
import { Component } from '../../constructs/component';
import { STEP_RESOURCES } from './step-resources';
import { WorkflowAccount } from './workflow-account';
import { cloneContainer, SOURCE, stepPod, UNPRIVILEGED } from './workflow-step';

export interface SonarqubeAnalysisProps {
  /** Where SonarQube answers inside the cluster. */
  readonly serverUrl: string;
  /** Secret that holds an analysis token under `token`. */
  readonly tokenSecret: string;
}

const NAME = 'sonarqube-analysis';

/** Analyses a repository with SonarQube, and fails where its quality gate does. */
export class SonarqubeAnalysis extends Construct {
  constructor(scope: Construct, id: string, props: SonarqubeAnalysisProps) {
    super(scope, id);
    const account = new WorkflowAccount(this, 'account', { name: NAME });

    new WorkflowTemplate(this, 'Resource', {
      metadata: { name: NAME },
      spec: {
        entrypoint: 'analyse',
        serviceAccountName: account.name,
        arguments: {
          parameters: [
            { name: 'repository', description: 'URL that git clones from' },
            { name: 'revision', description: 'branch, tag or commit', value: 'main' },
            { name: 'project-key', description: 'key of the project in SonarQube, made if it is new' },
          ],
        },
        templates: [
          {
            ...stepPod(Component.of(this).platform),
            name: 'analyse',
            inputs: { parameters: [{ name: 'repository' }, { name: 'revision' }, { name: 'project-key' }] },
            securityContext: {
              runAsNonRoot: true,
              runAsUser: UNPRIVILEGED,
              runAsGroup: UNPRIVILEGED,
              fsGroup: UNPRIVILEGED,
              seccompProfile: { type: 'RuntimeDefault' },
            },
            volumes: [{ name: 'workspace', emptyDir: { sizeLimit: '4Gi' } }],
            containerSet: {
              volumeMounts: [{ name: 'workspace', mountPath: '/workspace' }],
              containers: [cloneContainer(), scan(props)],
            },
          },
        ],
      },
    });
  }
}

function scan({ serverUrl, tokenSecret }: SonarqubeAnalysisProps): ContainerNode {
  return {
    name: 'scan',
    dependencies: ['clone'],
    image: 'sonarsource/sonar-scanner-cli:11.3.1.1910_7.1.0',
    command: ['sonar-scanner'],
    args: [
      '-Dsonar.projectKey={{inputs.parameters.project-key}}',
      `-Dsonar.projectBaseDir=${SOURCE}`,
      '-Dsonar.userHome=/workspace/sonar',
      '-Dsonar.working.directory=/workspace/scanner',
      '-Dsonar.qualitygate.wait=true',
    ],
    env: [
      { name: 'SONAR_HOST_URL', value: serverUrl },
      { name: 'SONAR_SCANNER_JAVA_OPTS', value: '-Xmx768m' },
      { name: 'SONAR_TOKEN', valueFrom: { secretKeyRef: { name: tokenSecret, key: 'token' } } },
    ],
    securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
    resources: STEP_RESOURCES.scan,
  };
}
