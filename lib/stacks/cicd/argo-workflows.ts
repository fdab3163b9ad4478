import { k8s } from 'cdk8s-plus-30';
import { Component } from '../../constructs/component';
import { ExposedWebService } from '../../constructs/exposed-web-service';
import { HelmRelease } from '../../constructs/helm-release';
import { MONITOR_LABELS } from '../../constructs/monitor-labels';
import { placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { Stack } from '../../constructs/stack';
import { VaultSecret } from '../../constructs/vault-secret';
import { type ArgoWorkflowsValues, argoWorkflows } from '../../helm/argo-workflows';
import type { Platform } from '../../model/platform';
import { BuildAndPush } from './build-and-push';
import { SONARQUBE_URL } from './sonarqube';
import { SonarqubeAnalysis } from './sonarqube-analysis';
import { SonarqubeToken } from './sonarqube-token';
import { STEP_RESOURCES } from './step-resources';
import { parallelWorkflows } from './workflow-demand';

/** The ServiceAccount of workflows that name none. */
const DEFAULT_ACCOUNT = 'argo-workflow';

/** What people log in to the server as: `kubectl create token workflows-user`. */
const LOGIN_ACCOUNT = 'workflows-user';

/** Makes a docker configuration of the three values; `toJson` escapes whatever they hold (sprig). */
const DOCKER_CONFIG =
  '{{ dict "auths" (dict .registry (dict "username" .username "password" .password "auth" (printf "%s:%s" .username .password | b64enc))) | toJson }}';

/** Runs workflows, and offers two: the analysis of a repository, and the build of its image. */
export class ArgoWorkflows extends Component {
  constructor(stack: Stack) {
    super(stack, 'argo-workflows');
    const { vault } = this.platform;

    const release = new HelmRelease(this, 'release', {
      chart: argoWorkflows,
      values: values(this.platform, this.namespace),
    });
    new ExposedWebService(this, 'web', { subdomain: 'workflows', service: 'argo-workflows-server', port: 2746 });
    this.login(`${release.name}-edit`);

    const token = new SonarqubeToken(this, 'sonarqube-token', {
      name: 'sonarqube-token',
      serverUrl: SONARQUBE_URL,
      adminPath: vault.paths.sonarqubeAdmin,
    });
    new SonarqubeAnalysis(this, 'sonarqube-analysis', { serverUrl: SONARQUBE_URL, tokenSecret: token.secretName });

    // Only the user knows a registry. Placeholders keep the Secret well formed until Vault holds the real values.
    const registry = new VaultSecret(this, 'registry', {
      name: 'docker-registry-credentials',
      path: vault.paths.dockerRegistry,
      keys: { registry: 'registry', username: 'username', password: 'password' },
      template: { '.dockerconfigjson': DOCKER_CONFIG },
      seeds: {
        registry: { kind: 'literal-config', value: 'registry.example.com' },
        username: { kind: 'literal-config', value: 'nobody' },
      },
      type: 'kubernetes.io/dockerconfigjson',
      consumer: 'workflows that push images',
    });
    new BuildAndPush(this, 'build-and-push', { registrySecret: registry.secretName });
  }

  private login(role: string): void {
    new k8s.KubeServiceAccount(this, 'login', { metadata: { name: LOGIN_ACCOUNT } });
    new k8s.KubeRoleBinding(this, 'login-binding', {
      metadata: { name: LOGIN_ACCOUNT },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
      subjects: [{ kind: 'ServiceAccount', name: LOGIN_ACCOUNT }],
    });
  }
}

function values(platform: Platform, namespace: string): ArgoWorkflowsValues {
  const { sizing, stacks } = platform;
  const placement = placeOn(platform, 'workloads');
  const priorityClassName = 'platform-cicd' satisfies PriorityClassName;
  return {
    singleNamespace: true,
    crds: { install: true, keep: true },
    images: { pullPolicy: 'IfNotPresent' },
    workflow: { serviceAccount: { create: true, name: DEFAULT_ACCOUNT }, rbac: { create: true } },
    controller: {
      ...placement,
      priorityClassName,
      name: 'controller',
      replicas: sizing.replicas,
      resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
      workflowNamespaces: [namespace],
      parallelism: parallelWorkflows(platform),
      clusterWorkflowTemplates: { enabled: false },
      workflowDefaults: { spec: workflowDefaults(platform) },
      metricsConfig: { enabled: true },
      serviceMonitor: { enabled: stacks.observability, additionalLabels: MONITOR_LABELS },
    },
    server: {
      ...placement,
      priorityClassName,
      replicas: sizing.replicas,
      resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
      secure: false,
      // Whoever calls acts with a token of their own; `server` would give everyone who reaches the gateway its rights.
      authModes: ['client'],
      clusterWorkflowTemplates: { enabled: false },
    },
    executor: { resources: STEP_RESOURCES.executor },
    mainContainer: { resources: STEP_RESOURCES.ordinary },
  };
}

/** What holds for workflows that say nothing of their own (WorkflowSpec of argoproj.io/v1alpha1). */
function workflowDefaults(platform: Platform): Record<string, unknown> {
  return {
    ...placeOn(platform, 'workloads'),
    serviceAccountName: DEFAULT_ACCOUNT,
    podPriorityClassName: 'cicd-execution' satisfies PriorityClassName,
    podMetadata: { labels: { ...platform.labels } },
    podGC: { strategy: 'OnPodCompletion', deleteDelayDuration: '600s' },
    ttlStrategy: { secondsAfterCompletion: 86_400 },
    activeDeadlineSeconds: 3_600,
  };
}
