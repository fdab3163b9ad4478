import { buildApp } from './lib/app';
import { nameOf, worldOf } from './lib/architecture/world';
import { everyWorkload } from './lib/constructs/contents';
import { CONTAINER_DEFAULTS } from './lib/constructs/governance';
import { HelmRelease } from './lib/constructs/helm-release';
import { PRIORITY_CLASSES } from './lib/constructs/priority-classes';
import { VaultSecret } from './lib/constructs/vault-secret';
import type { Manifest } from './lib/model/manifest';
import type { Platform } from './lib/model/platform';
import { parseQuantity } from './lib/model/quantity';
import type { StackName } from './lib/model/settings';
import type { Container } from './lib/model/workload';
import { allContainers, workloadPods } from './lib/model/workload-pods';
import { toYaml } from './lib/output/yaml';
import { STACK_NAMESPACES } from './lib/stacks/namespaces';
import { synth } from './lib/synth';
import { demoPlatform, prodSettings } from './lib/testing';

const VARIANTS: readonly [string, Platform][] = [
  ['staging', demoPlatform({ profile: 'staging' })],
  ['prod', demoPlatform(prodSettings())],
  ['platform off', demoPlatform({ stacks: { platform: false } })],
  ['observability and security off', demoPlatform({ stacks: { observability: false, security: false } })],
  ['cicd off', demoPlatform({ stacks: { cicd: false } })],
  ['security off', demoPlatform({ stacks: { security: false } })],
  ['all stacks off', demoPlatform({ stacks: { platform: false, observability: false, cicd: false, security: false } })],
  ['own domain', demoPlatform({ dns: { domain: 'idp.example.com' } })],
  ['explicit certificate', demoPlatform({ tls: 'certificate' })],
  ['sslip.io', demoPlatform({ dns: { ip: '192.168.1.10', provider: 'sslip.io' } })],
];

describe.each(VARIANTS)('%s', (_, platform) => {
  const app = buildApp(platform);
  const directories = synth(app);
  const own = directories.flatMap(({ rendered }) => rendered.map(({ manifest }) => manifest));
  const charts = HelmRelease.all(app).flatMap(({ contents }) => [...contents.objects, ...contents.controllerMade]);
  const off = Object.entries(platform.stacks)
    .filter(([, on]) => !on)
    .map(([stack]) => stack as StackName);

  test('synthesizes these objects', () => {
    expect(
      directories.map(({ path, rendered }) =>
        [path, ...rendered.map(({ manifest }) => `  ${nameOf(manifest)}`)].join('\n'),
      ),
    ).toMatchSnapshot();
  });

  test('leaves nothing behind of a stack that is off', () => {
    const texts = directories.flatMap(({ path, rendered, kustomization }) => [
      ...rendered.map(({ manifest, constructPath }) => [constructPath, toYaml(manifest)] as const),
      [`${path}/values.yaml`, toYaml(kustomization?.release?.values ?? {})] as const,
    ]);
    const mentions = off.flatMap((stack) => {
      const namespace = STACK_NAMESPACES[stack];
      const named = new RegExp(
        `namespace: "?${namespace}"?$|\\.${namespace}\\.svc|K8s/${stack}|secret/data/[^"]*${namespace}`,
        'm',
      );
      return texts.filter(([, text]) => named.test(text)).map(([where]) => `${where} mentions ${stack}`);
    });
    expect(mentions).toEqual([]);
    expect([...own, ...charts].filter(inNamespaceOf(off)).map(nameOf)).toEqual([]);
  });

  test('has monitors and rules exactly where Prometheus is', () => {
    const monitors = [...own, ...charts].filter(({ apiVersion }) => apiVersion.startsWith('monitoring.coreos.com/'));
    expect(monitors.length > 0).toBe(platform.stacks.observability);
  });

  test('puts every object into a namespace that exists', () => {
    const world = worldOf(app);
    const lost = [...own, ...charts].filter(({ metadata: { namespace } }) => {
      return namespace !== undefined && !KNOWN.has(namespace) && !world.has(`Namespace ${namespace}`);
    });
    expect(lost.map(nameOf)).toEqual([]);
  });

  test('gives every pod a priority class that exists', () => {
    const unknown = everyWorkload(app).flatMap((workload) => {
      const { priorityClassName } = workloadPods(workload, platform.nodePools)?.pod ?? {};
      if (priorityClassName !== undefined && PRIORITIES.has(priorityClassName)) return [];
      return [`${nameOf(workload)}: ${priorityClassName}`];
    });
    expect(unknown).toEqual([]);
  });

  test('gives no container a limit below its request', () => {
    const wrong = everyWorkload(app).flatMap((workload) => {
      const pod = workloadPods(workload, platform.nodePools)?.pod;
      return pod === undefined
        ? []
        : allContainers(pod)
            .filter(exceedsLimit)
            .map(({ name }) => `${nameOf(workload)}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  test('makes every Secret that a Helm chart reads, with the keys it reads', () => {
    const made = new Map(
      [
        ...VaultSecret.all(app).map(({ namespace, secretName, keys }) => [`${namespace}/${secretName}`, keys] as const),
        ...charts
          .filter(({ kind }) => kind === 'Secret')
          .map(({ metadata, data }) => [`${metadata.namespace}/${metadata.name}`, Object.keys(data ?? {})] as const),
      ].sort(),
    );
    const missing = HelmRelease.all(app)
      .flatMap(({ contents }) => contents.secretsRead)
      .filter(({ namespace, name, keys }) => !keys.every((key) => made.get(`${namespace}/${name}`)?.includes(key)));
    expect(missing).toEqual([]);
  });
});

const PRIORITIES: ReadonlySet<string> = new Set([
  ...PRIORITY_CLASSES,
  'system-node-critical',
  'system-cluster-critical',
]);

/** As the namespace's LimitRange completes it: a default limit below an explicit request gets the pod rejected. */
function exceedsLimit({ resources = {} }: Container): boolean {
  const { requests = {}, limits = {} } = resources;
  return (['cpu', 'memory'] as const).some((resource) => {
    const limit = parseQuantity(limits[resource] ?? CONTAINER_DEFAULTS.default[resource]);
    return parseQuantity(requests[resource] ?? 0) > limit;
  });
}

const KNOWN: ReadonlySet<string> = new Set(['kube-system', 'default', 'cilium-secrets']);

function inNamespaceOf(stacks: readonly StackName[]): (manifest: Manifest) => boolean {
  const namespaces = new Set(stacks.map((stack) => STACK_NAMESPACES[stack]));
  return ({ metadata }) => metadata.namespace !== undefined && namespaces.has(metadata.namespace);
}
