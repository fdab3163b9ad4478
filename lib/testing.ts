import { App } from 'cdk8s';
import { definePlatform } from './config/define-platform';
import { Component } from './constructs/component';
import { manifestOf } from './constructs/manifest-of';
import { Stack } from './constructs/stack';
import type { Manifest } from './model/manifest';
import type { Platform } from './model/platform';
import type { Settings } from './model/settings';

/** The demo platform for tests, whatever the user's `platform.ts` says. Overrides replace whole settings: `{ tls: 'certificate' }`. */
export function demoPlatform(overrides: Partial<Settings> = {}): Platform {
  return definePlatform({
    clusterName: 'idp-demo',
    repository: { url: 'https://github.com/example-org/idp-synth.git', revision: 'main' },
    dns: { ip: '127.0.0.1', provider: 'nip.io' },
    ...overrides,
  });
}

/** A component for the tests of what goes into it: `K8s/tested/part`, namespace `tested`. */
export function testComponent(platform: Platform = demoPlatform()): Component {
  const stack = new Stack(new App(), 'tested', { platform, layer: 'K8s' });
  return new Component(stack, 'part');
}

/** The manifests of a component, by kind and name: `{ 'HTTPRoute wiki': … }`. */
export function manifestsOf(component: Component): Record<string, Manifest> {
  const manifests = component.objects.map(manifestOf);
  return Object.fromEntries(manifests.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest]));
}

/** What profile `prod` needs besides its name: Vault unseals itself there. */
export function prodSettings(): Partial<Settings> {
  return {
    profile: 'prod',
    vault: { autoUnseal: { type: 'awskms', parameters: { region: 'eu-central-1', kms_key_id: 'alias/idp-vault' } } },
  };
}
