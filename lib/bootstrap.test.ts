import { App } from 'cdk8s';
import { buildApp } from './app';
import { bootstrapSteps } from './bootstrap';
import { Component } from './constructs/component';
import { HelmRelease } from './constructs/helm-release';
import { Stack } from './constructs/stack';
import { testChart } from './constructs/test-chart';
import { job, object, workload } from './helm/objects';
import type { Manifest } from './model/manifest';
import { demoPlatform, prodSettings } from './testing';

const POD = { containers: [{ name: 'main' }] };

/** What the bootstrap waits for after a component with these objects. */
function waitsFor(objects: readonly Manifest[], controllerMade: readonly Manifest[] = []): string[] {
  const app = new App();
  const stack = new Stack(app, 'it', { platform: demoPlatform(), layer: 'IT' });
  const chart = testChart({ render: () => ({ objects, controllerMade, secretsRead: [] }) });
  new HelmRelease(new Component(stack, 'wiki'), 'release', { chart, values: {} });
  return bootstrapSteps(app).flatMap(({ commands }) => commands.slice(1));
}

test('applies each component of the bootstrap once, in the order of its stack', () => {
  const steps = bootstrapSteps(buildApp(demoPlatform()));
  const order = [
    ...['crds', 'namespaces', 'priority-classes', 'cilium', 'cert-manager', 'certificate-authority'],
    ...['vault', 'external-secrets', 'argocd', 'gateway', 'gitops'],
  ];
  expect(steps.map(({ component }) => component)).toEqual(order);
  expect(
    steps.map(({ commands: [apply] }) => /^kustomize build --enable-helm (\S+) \|/.exec(apply ?? '')?.[1]),
  ).toEqual(order.map((component) => `IT/${component}`));
});

test('waits for CRDs, then Jobs, then workloads, then certificates', () => {
  const waits = waitsFor([
    object('cert-manager.io/v1', 'Certificate', 'leaf', 'a'),
    workload('Deployment', 'a', 'web', 1, POD),
    workload('StatefulSet', 'a', 'store', 3, POD),
    object('apps/v1', 'DaemonSet', 'agent', 'a'),
    job('a', 'init', POD),
    object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'pages.example.com'),
  ]);
  expect(waits).toMatchInlineSnapshot(`
[
  "kubectl wait --for=condition=Established crd --all --timeout=2m",
  "kubectl -n a wait --for=condition=Complete job/init --timeout=10m",
  "kubectl -n a rollout status daemonset/agent --timeout=10m",
  "kubectl -n a wait --for=jsonpath='{.status.readyReplicas}'=3 statefulset/store --timeout=10m",
  "kubectl -n a wait --for=condition=Available deployment --all --timeout=10m",
  "kubectl -n a wait --for=condition=Ready certificate/leaf --timeout=5m",
]
`);
});

test('waits once for all Deployments of a namespace, and not at all for what controllers make later', () => {
  const deployments = ['one', 'two'].map((name) => workload('Deployment', 'a', name, 1, POD));
  expect(waitsFor(deployments)).toHaveLength(1);
  expect(waitsFor([], [job('a', 'scan', POD)])).toEqual([]);
});

test('waits for every server of a Vault that has several', () => {
  const steps = bootstrapSteps(buildApp(demoPlatform(prodSettings())));
  expect(steps.find(({ component }) => component === 'vault')?.commands).toContainEqual(
    expect.stringContaining("readyReplicas}'=3 statefulset/vault"),
  );
});
