import { buildApp } from './lib/app';
import { nameOf, worldOf } from './lib/architecture/world';
import { HelmRelease } from './lib/constructs/helm-release';
import type { Manifest } from './lib/model/manifest';
import type { Platform } from './lib/model/platform';
import type { StackName } from './lib/model/settings';
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

  test('names a priority class that exists, and a namespace that exists, for every pod', () => {
    const world = worldOf(app);
    const missing = [...own, ...charts].flatMap((manifest) => {
      const { namespace } = manifest.metadata;
      const lost = namespace !== undefined && !KNOWN.has(namespace) && !world.has(`Namespace ${namespace}`);
      return lost ? [`${nameOf(manifest)}: no namespace ${namespace}`] : [];
    });
    expect(missing).toEqual([]);
  });
});

const KNOWN: ReadonlySet<string> = new Set(['kube-system', 'default', 'cilium-secrets']);

function inNamespaceOf(stacks: readonly StackName[]): (manifest: Manifest) => boolean {
  const namespaces = new Set(stacks.map((stack) => STACK_NAMESPACES[stack]));
  return ({ metadata }) => metadata.namespace !== undefined && namespaces.has(metadata.namespace);
}
