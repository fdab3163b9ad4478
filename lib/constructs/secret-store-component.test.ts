import { App } from 'cdk8s';
import { demoPlatform, manifestsOf } from '../testing';
import { SecretStoreComponent } from './secret-store-component';
import { Stack } from './stack';

test("lets the stack's namespace log in to Vault as a ServiceAccount that is there, under a role of its own", () => {
  const platform = demoPlatform({ vault: { mount: 'kv', authMount: 'cluster' } });
  const stack = new Stack(new App(), 'docs', { platform, layer: 'K8s', namespace: 'writing' });
  const manifests = manifestsOf(new SecretStoreComponent(stack));

  expect(manifests['ServiceAccount external-secrets']?.metadata.namespace).toBe('writing');
  expect(manifests['SecretStore vault-writing']).toMatchObject({
    metadata: { namespace: 'writing' },
    spec: {
      provider: {
        vault: {
          path: 'kv',
          version: 'v2',
          auth: {
            kubernetes: {
              mountPath: 'cluster',
              role: 'eso-writing',
              serviceAccountRef: { name: 'external-secrets', audiences: ['vault'] },
            },
          },
        },
      },
    },
  });
});
