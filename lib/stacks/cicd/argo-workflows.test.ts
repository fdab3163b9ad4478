import { App } from 'cdk8s';
import { HelmRelease } from '../../constructs/helm-release';
import { PRIORITY_CLASSES } from '../../constructs/priority-classes';
import { Stack } from '../../constructs/stack';
import { VaultSecret } from '../../constructs/vault-secret';
import type { Settings } from '../../model/settings';
import { demoPlatform, manifestsOf } from '../../testing';
import { ArgoWorkflows } from './argo-workflows';

function workflows(settings: Partial<Settings> = {}) {
  const component = new ArgoWorkflows(new Stack(new App(), 'cicd', { platform: demoPlatform(settings), layer: 'K8s' }));
  const release = HelmRelease.all(component)[0] as HelmRelease;
  return { component, release, manifests: manifestsOf(component) };
}

interface StepContainer {
  readonly name: string;
  readonly image: string;
  readonly args?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly valueFrom?: { readonly secretKeyRef: object } }[];
  readonly resources: object;
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
  readonly securityContext: { readonly runAsUser?: number; readonly runAsNonRoot?: boolean };
}

interface Step {
  readonly priorityClassName: string;
  readonly nodeSelector: object;
  readonly securityContext: { readonly runAsUser?: number; readonly runAsNonRoot?: boolean };
  readonly volumes: readonly { readonly name: string; readonly secret?: object }[];
  readonly containerSet: { readonly containers: readonly StepContainer[] };
}

const TEMPLATES = ['sonarqube-analysis', 'build-and-push'];

function step(name: string): Step {
  const spec = workflows().manifests[`WorkflowTemplate ${name}`]?.spec as { templates: Step[] };
  return spec.templates[0] as Step;
}

const container = (template: string, name: string) =>
  step(template).containerSet.containers.find((each) => each.name === name) as StepContainer;

test('shows the server under its hostname', () => {
  expect(workflows().manifests['HTTPRoute workflows']).toMatchObject({
    spec: {
      hostnames: ['workflows.127-0-0-1.nip.io'],
      rules: [{ backendRefs: [{ name: 'argo-workflows-server', port: 2746 }] }],
    },
  });
});

test.each(TEMPLATES)('%s may report its results and nothing else', (name) => {
  const { manifests } = workflows();
  expect(manifests[`Role ${name}`]?.rules).toEqual([
    { apiGroups: ['argoproj.io'], resources: ['workflowtaskresults'], verbs: ['create', 'patch'] },
  ]);
  expect(manifests[`RoleBinding ${name}`]).toMatchObject({
    roleRef: { kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name }],
  });
  expect(manifests[`WorkflowTemplate ${name}`]).toMatchObject({ spec: { serviceAccountName: name } });
});

test.each(TEMPLATES)('%s runs sized, ranked, pinned and in the pool of workloads', (name) => {
  const { containerSet, nodeSelector, priorityClassName } = step(name);
  expect(PRIORITY_CLASSES).toContain(priorityClassName);
  expect(nodeSelector).toEqual({ 'node-role': 'k8s-workloads' });
  for (const { image, resources } of containerSet.containers) {
    expect(image).toMatch(/:v?\d/);
    expect(resources).toMatchObject({ requests: { cpu: expect.any(String) }, limits: { memory: expect.any(String) } });
  }
});

test.each(TEMPLATES)('%s forces no container to be root and not root at once', (name) => {
  const { containerSet, securityContext } = step(name);
  for (const { securityContext: own } of containerSet.containers) {
    const { runAsNonRoot, runAsUser } = { ...securityContext, ...own };
    expect(runAsNonRoot === true && runAsUser === 0).toBe(false);
  }
});

test.each(TEMPLATES)('%s declares an argument for each input of its entrypoint', (name) => {
  const spec = workflows().manifests[`WorkflowTemplate ${name}`]?.spec as {
    arguments: { parameters: { name: string }[] };
    templates: { inputs: { parameters: { name: string }[] } }[];
  };
  const names = ({ parameters }: { parameters: { name: string }[] }) => parameters.map((parameter) => parameter.name);
  expect(names(spec.arguments)).toEqual(names(spec.templates[0]?.inputs ?? { parameters: [] }));
});

test('the analysis takes its token from a Secret that ESO fills with what SonarQube issues', () => {
  const { manifests } = workflows();
  expect(container('sonarqube-analysis', 'scan').env).toContainEqual({
    name: 'SONAR_TOKEN',
    valueFrom: { secretKeyRef: { name: 'sonarqube-token', key: 'token' } },
  });
  expect(manifests['ExternalSecret sonarqube-token']).toMatchObject({
    spec: {
      refreshPolicy: 'CreatedOnce',
      target: { name: 'sonarqube-token', template: { data: { token: '{{ .token }}' } } },
      dataFrom: [{ sourceRef: { generatorRef: { kind: 'Webhook', name: 'sonarqube-token' } } }],
    },
  });
  expect(manifests['Webhook sonarqube-token']).toMatchObject({
    spec: {
      url: 'http://sonarqube.cicd.svc.cluster.local:9000/api/user_tokens/generate',
      secrets: [{ name: 'login', secretRef: { name: 'sonarqube-token-login', key: 'password' } }],
    },
  });
  expect(manifests['ExternalSecret sonarqube-token-login']).toMatchObject({
    spec: {
      secretStoreRef: { name: 'vault-cicd' },
      target: { template: { metadata: { labels: { 'external-secrets.io/type': 'webhook' } } } },
      data: [{ remoteRef: { key: 'sonarqube/admin', property: 'password' } }],
    },
  });
});

test('the build finds the credentials of the registry where kaniko looks', () => {
  const { component, manifests } = workflows();
  expect(manifests['ExternalSecret docker-registry-credentials']).toMatchObject({
    spec: { target: { template: { type: 'kubernetes.io/dockerconfigjson' } } },
  });
  expect(step('build-and-push').volumes).toContainEqual({
    name: 'registry',
    secret: { secretName: 'docker-registry-credentials', items: [{ key: '.dockerconfigjson', path: 'config.json' }] },
  });
  expect(container('build-and-push', 'push').volumeMounts).toContainEqual(
    expect.objectContaining({ name: 'registry', mountPath: '/kaniko/.docker' }),
  );
  const registry = VaultSecret.all(component).find(({ path }) => path === 'docker/registry');
  const seeds = registry?.properties.map(({ seed }) => seed.kind);
  expect(seeds).toEqual(['literal-config', 'literal-config', 'random']);
});

test('lets people in by tokens of their own', () => {
  const { manifests, release } = workflows();
  expect(release.values).toMatchObject({ server: { authModes: ['client'], secure: false } });
  expect(manifests['RoleBinding workflows-user']).toMatchObject({
    roleRef: { kind: 'ClusterRole', name: 'argo-workflows-edit' },
  });
});

test('keeps workflows that say nothing small, placed, labelled and of limited life', () => {
  const { values } = workflows().release;
  expect(values).toMatchObject({
    controller: {
      workflowDefaults: {
        spec: {
          serviceAccountName: 'argo-workflow',
          podPriorityClassName: 'cicd-execution',
          nodeSelector: { 'node-role': 'k8s-workloads' },
          podMetadata: { labels: { owner: 'platform-team' } },
          ttlStrategy: { secondsAfterCompletion: 86400 },
        },
      },
    },
  });
});

test('is monitored only where Prometheus is', () => {
  const kinds = (settings?: Partial<Settings>) => workflows(settings).release.contents.objects.map(({ kind }) => kind);
  expect(kinds()).toContain('ServiceMonitor');
  expect(kinds({ stacks: { observability: false, security: false } })).not.toContain('ServiceMonitor');
});
