import { App } from 'cdk8s';
import { HelmRelease } from '../../constructs/helm-release';
import { KyvernoPolicy } from '../../constructs/kyverno-policy';
import { PRIORITY_CLASSES } from '../../constructs/priority-classes';
import { Stack } from '../../constructs/stack';
import type { Settings } from '../../model/settings';
import type { Pod } from '../../model/workload';
import { allContainers, workloadPods } from '../../model/workload-pods';
import { demoPlatform } from '../../testing';
import { Policies } from './policies';

function policies(settings: Partial<Settings> = {}) {
  const platform = demoPlatform(settings);
  const component = new Policies(
    new Stack(new App(), 'platform', { platform, layer: 'K8s', namespace: 'kyverno-system' }),
  );
  const release = HelmRelease.all(component)[0] as HelmRelease;
  const written = component.node.findAll().filter((child) => child instanceof KyvernoPolicy);
  const pods = release.contents.objects
    .map((object) => workloadPods(object, platform.nodePools)?.pod)
    .filter((pod): pod is Pod => pod !== undefined);
  return { component, release, written, pods };
}

const PROD: Partial<Settings> = {
  profile: 'prod',
  vault: { autoUnseal: { type: 'transit', parameters: { address: 'https://vault.example.com' } } },
};

test('audits in the demo and enforces elsewhere, but for the labels of namespaces', () => {
  const actions = (settings?: Partial<Settings>) =>
    Object.fromEntries(policies(settings).written.map(({ action, node }) => [node.id, action]));
  const { 'require-namespace-labels': namespaces, ...others } = actions();
  expect(namespaces).toBe('Enforce');
  expect(new Set(Object.values(others))).toEqual(new Set(['Audit']));
  expect(new Set(Object.values(actions(PROD)))).toEqual(new Set(['Enforce']));
});

test('applies policies after the engine', () => {
  const waves = policies()
    .component.objects.filter(({ kind }) => kind === 'ClusterPolicy')
    .map(({ metadata }) => metadata.toJson().annotations['argocd.argoproj.io/sync-wave']);
  expect(waves).toHaveLength(9);
  expect(new Set(waves)).toEqual(new Set(['1']));
});

test('runs every pod of Kyverno sized, ranked and in the pool of the engines', () => {
  const { pods } = policies();
  expect(pods).toHaveLength(4);
  for (const pod of pods) {
    expect(PRIORITY_CLASSES).toContain(pod.priorityClassName);
    expect(pod.nodeSelector).toEqual({ 'node-role': 'it-infra' });
    for (const { resources } of allContainers(pod)) {
      expect(resources).toMatchObject({
        requests: { cpu: expect.any(String), memory: expect.any(String) },
        limits: { cpu: expect.any(String), memory: expect.any(String) },
      });
    }
  }
});

test('does not ask Kyverno about what has to start without it', () => {
  const webhook = policies().release.contents.controllerMade.find(({ kind }) => kind.startsWith('Validating'));
  expect(JSON.stringify(webhook)).toContain('"values":["kube-system","argocd"]');
  expect(JSON.stringify(webhook)).toContain('"values":["kyverno-system"]');
});

test('is monitored only where Prometheus is', () => {
  const kinds = (settings?: Partial<Settings>) => policies(settings).release.contents.objects.map(({ kind }) => kind);
  expect(kinds().filter((kind) => kind === 'ServiceMonitor')).toHaveLength(4);
  expect(kinds({ stacks: { observability: false, security: false } })).not.toContain('ServiceMonitor');
});

test('excludes nothing in the namespace of a stack that is off', () => {
  const namespaces = (settings?: Partial<Settings>) =>
    policies(settings).written.flatMap(({ exclusions }) =>
      exclusions.flatMap((exclusion) => exclusion.namespaces ?? []),
    );
  expect(namespaces()).toContain('observability');
  expect(namespaces({ stacks: { observability: false, security: false } })).not.toContain('observability');
});

test('runs several admission controllers with a budget in larger profiles', () => {
  const { release } = policies(PROD);
  expect(release.contents.objects.map(({ kind }) => kind)).toContain('PodDisruptionBudget');
  expect(release.contents.objects.find(({ kind }) => kind === 'Deployment')).toMatchObject({ spec: { replicas: 3 } });
});
