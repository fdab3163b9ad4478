import { App } from 'cdk8s';
import { k8s } from 'cdk8s-plus-30';
import { demoPlatform } from '../testing';
import { Component } from './component';
import { HelmRelease } from './helm-release';
import { manifestOf } from './manifest-of';
import { Stack } from './stack';
import { StackDelivery } from './stack-delivery';
import type { StackProjectProps } from './stack-project';
import { testChart } from './test-chart';

const stackOf = () => new Stack(new App(), 'docs', { platform: demoPlatform(), layer: 'K8s', namespace: 'writing' });

function delivery(fill: (stack: Stack) => void) {
  const all: Required<StackProjectProps> = { stack: stackOf() };
  const directory = new StackDelivery(all.stack);
  fill(all.stack);
  const specs = directory.objects.map((object) => manifestOf(object));
  return Object.fromEntries(specs.map(({ kind, spec }) => [kind, spec as Record<string, unknown>]));
}

test('allows the namespaces and cluster-scoped kinds that the stack emits, and nothing more', () => {
  const { AppProject } = delivery((stack) => {
    const component = new Component(stack, 'wiki');
    new HelmRelease(component, 'release', { chart: testChart(), values: {} });
    new k8s.KubePriorityClass(component, 'class', { metadata: { name: 'low' }, value: 1 });
    new k8s.KubeConfigMap(component, 'config', { metadata: { name: 'config' } });
  });
  expect(AppProject).toMatchInlineSnapshot(`
{
  "clusterResourceWhitelist": [
    {
      "group": "rbac.authorization.k8s.io",
      "kind": "ClusterRole",
    },
    {
      "group": "scheduling.k8s.io",
      "kind": "PriorityClass",
    },
  ],
  "description": "Applications of the docs stack",
  "destinations": [
    {
      "namespace": "kube-system",
      "server": "https://kubernetes.default.svc",
    },
    {
      "namespace": "writing",
      "server": "https://kubernetes.default.svc",
    },
  ],
  "sourceRepos": [
    "https://github.com/example-org/idp-synth.git",
  ],
}
`);
});

test('allows no cluster-scoped kind to a stack that emits none', () => {
  const { AppProject } = delivery(() => {});
  expect(AppProject).toMatchObject({ clusterResourceWhitelist: [], destinations: [{ namespace: 'writing' }] });
});

test('outlives the Applications of a stack that is switched off, which need it to clean up', () => {
  const directory = new StackDelivery(stackOf());
  const project = directory.objects.map(manifestOf).find(({ kind }) => kind === 'AppProject');
  expect(project?.metadata).toMatchObject({ finalizers: ['resources-finalizer.argocd.argoproj.io'] });
});

test('leaves out what other stacks emit', () => {
  const { AppProject } = delivery((stack) => {
    const other = new Stack(stack.node.root, 'other', { platform: demoPlatform(), layer: 'K8s' });
    new HelmRelease(new Component(other, 'wiki'), 'release', { chart: testChart(), values: {} });
  });
  expect(AppProject).toMatchObject({ clusterResourceWhitelist: [] });
});

test('makes one Application for each directory of the stack, named after stack and component', () => {
  const { ApplicationSet } = delivery(() => {});
  expect(ApplicationSet).toMatchObject({
    generators: [{ git: { directories: [{ path: 'K8s/docs/*' }] } }],
    template: {
      metadata: { name: 'docs-{{.path.basename}}' },
      spec: { project: 'docs', source: { path: '{{.path.path}}' }, destination: { namespace: 'writing' } },
    },
  });
});
