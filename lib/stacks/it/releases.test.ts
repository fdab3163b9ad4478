import { App } from 'cdk8s';
import { HelmRelease } from '../../constructs/helm-release';
import { Stack } from '../../constructs/stack';
import type { Manifest } from '../../model/manifest';
import type { Platform } from '../../model/platform';
import type { Pod } from '../../model/workload';
import { workloadPods } from '../../model/workload-pods';
import { demoPlatform, prodSettings } from '../../testing';
import { ArgoCd } from './argocd';
import { CertManager } from './cert-manager';
import { Cilium } from './cilium';
import { ExternalSecrets } from './external-secrets';
import { Vault } from './vault';

const PLATFORMS = {
  demo: demoPlatform(),
  staging: demoPlatform({ profile: 'staging' }),
  prod: demoPlatform(prodSettings()),
  'prod on many nodes': demoPlatform({
    ...prodSettings(),
    nodePools: { infra: { nodes: 3, taints: ['infra:NoSchedule'] } },
  }),
  'without observability': demoPlatform({ stacks: { observability: false, security: false } }),
};
const EVERY = Object.entries(PLATFORMS);

function contents(platform: Platform): Manifest[] {
  const stack = new Stack(new App(), 'it', { platform, layer: 'IT' });
  const components = [Cilium, CertManager, Vault, ExternalSecrets, ArgoCd].map((Part) => new Part(stack));
  return HelmRelease.all(components[0] ?? stack).flatMap((release) => release.contents.objects);
}

function pods(platform: Platform): [string, Pod][] {
  return contents(platform).flatMap((object) => {
    const found = workloadPods(object, platform.nodePools);
    return found === undefined ? [] : [[`${object.kind} ${object.metadata.name}`, found.pod]];
  });
}

test.each(EVERY)('every container of the bootstrap says what it needs: %s', (_, platform) => {
  const silent = pods(platform).flatMap(([name, { containers, initContainers = [] }]) =>
    [...containers, ...initContainers]
      .filter(
        ({ resources: { limits, requests } = {} }) =>
          !(requests?.cpu && requests.memory && limits?.cpu && limits.memory),
      )
      .map((container) => `${name} ${container.name}`),
  );
  expect(silent).toEqual([]);
});

test.each(EVERY)('every pod of the bootstrap has a priority and a place: %s', (_, platform) => {
  const { labels, taints } = platform.nodePools.infra;
  const misplaced = pods(platform).filter(([, { nodeSelector = {}, priorityClassName, tolerations = [] }]) => {
    const everywhere = tolerations.some(({ key, operator }) => key === undefined && operator === 'Exists');
    const inPool =
      Object.entries(labels).every(([key, value]) => nodeSelector[key] === value) &&
      taints.every((taint) => tolerations.some(({ key }) => key === taint.key));
    return priorityClassName === undefined || !(everywhere || inPool);
  });
  expect(misplaced).toEqual([]);
});

test('runs agents on every node, and only those', () => {
  const agents = pods(PLATFORMS.demo)
    .filter(([, { tolerations = [] }]) => tolerations.some(({ key }) => key === undefined))
    .map(([name]) => name);
  expect(agents).toEqual(['DaemonSet cilium', 'DaemonSet cilium-envoy']);
});

test.each(EVERY)('the operator of the network starts on a node that has none yet: %s', (_, platform) => {
  const operator = pods(platform).find(([name]) => name === 'Deployment cilium-operator')?.[1];
  expect(operator?.tolerations).toContainEqual({ key: 'node.kubernetes.io/not-ready', operator: 'Exists' });
});

test('measures everything where there is a Prometheus, and nothing where there is none', () => {
  const monitors = (platform: Platform) =>
    contents(platform)
      .filter(({ kind }) => kind === 'ServiceMonitor')
      .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
  expect(monitors(PLATFORMS['without observability'])).toEqual([]);
  expect(monitors(PLATFORMS.demo).sort()).toEqual([
    'argocd/argocd-application-controller',
    'argocd/argocd-applicationset-controller',
    'argocd/argocd-repo-server',
    'argocd/argocd-server',
    'cert-manager/cert-manager',
    'external-secrets-system/external-secrets-metrics',
    'external-secrets-system/external-secrets-webhook-metrics',
    'kube-system/cilium-agent',
    'kube-system/cilium-envoy',
    'kube-system/cilium-operator',
    'kube-system/hubble',
    'kube-system/hubble-relay',
    'vault-system/vault',
  ]);
});

test('every monitor names a port that a Service of its component has', () => {
  const objects = contents(PLATFORMS.demo);
  const ports = objects.flatMap(({ kind, metadata, spec }) =>
    kind === 'Service'
      ? (spec as { ports: { name?: string }[] }).ports.map(({ name }) => `${metadata.namespace} ${name}`)
      : [],
  );
  const asked = objects.flatMap(({ kind, metadata, spec }) =>
    kind === 'ServiceMonitor'
      ? (spec as { endpoints: { port?: string }[] }).endpoints.map(({ port }) => `${metadata.namespace} ${port}`)
      : [],
  );
  // cert-manager's monitor goes by the container's port.
  expect(asked.filter((each) => !ports.includes(each))).toEqual(['cert-manager undefined']);
});

test('the Services that others rely on have the names and ports that they rely on', () => {
  const services = contents(PLATFORMS.demo)
    .filter(({ kind }) => kind === 'Service')
    .map(({ metadata, spec }) => [
      metadata.name,
      (spec as { ports: { port: number }[] }).ports.map(({ port }) => port),
    ]);
  expect(Object.fromEntries(services)).toMatchObject({
    'argocd-server': [80, 443],
    vault: [8200, 8201],
    'vault-internal': [8200, 8201],
    'cert-manager-webhook': [443, 9402],
    'external-secrets-webhook': [443, 8080],
  });
});

test('touches no namespace but its components’, Cilium’s certificates apart', () => {
  const namespaces = new Set(contents(PLATFORMS.prod).map(({ metadata }) => metadata.namespace));
  expect([...namespaces].filter(Boolean).sort()).toEqual([
    'argocd',
    'cert-manager',
    'cilium-secrets',
    'external-secrets-system',
    'kube-system',
    'vault-system',
  ]);
});
