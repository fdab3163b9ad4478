import type { App } from 'cdk8s';
import { synth } from '../synth';
import { manifestsOf, testComponent } from '../testing';
import { VaultSecret, type VaultSecretProps } from './vault-secret';
import { VaultSecretStore } from './vault-secret-store';

const all: Required<VaultSecretProps> = {
  name: 'registry',
  path: 'docker/registry',
  keys: { user: 'username', password: 'password' },
  consumer: 'workflows that push images',
  template: { '.dockerconfigjson': '{{ .user }}:{{ .password }}' },
  seeds: { username: { kind: 'none' } },
  type: 'kubernetes.io/dockerconfigjson',
  labels: { 'external-secrets.io/type': 'webhook' },
  mergeInto: 'shared',
};

test('reads each key from Vault, with every default of the API written out', () => {
  const component = testComponent();
  new VaultSecretStore(component, 'store');
  new VaultSecret(component, 'secret', {
    name: 'wiki',
    path: 'wiki/admin',
    keys: { password: 'pw' },
    consumer: 'wiki',
  });

  expect(manifestsOf(component)['ExternalSecret wiki']?.spec).toMatchInlineSnapshot(`
{
  "data": [
    {
      "remoteRef": {
        "conversionStrategy": "Default",
        "decodingStrategy": "None",
        "key": "wiki/admin",
        "metadataPolicy": "None",
        "property": "pw",
      },
      "secretKey": "password",
    },
  ],
  "refreshInterval": "1h0m0s",
  "refreshPolicy": "Periodic",
  "secretStoreRef": {
    "kind": "SecretStore",
    "name": "vault-tested",
  },
  "target": {
    "creationPolicy": "Owner",
    "deletionPolicy": "Retain",
    "name": "wiki",
    "template": {
      "data": {
        "password": "{{ index . "password" }}",
      },
      "engineVersion": "v2",
      "mergePolicy": "Replace",
      "metadata": {},
    },
  },
}
`);
});

test('merges into the Secret of another owner, with its own type and template', () => {
  const component = testComponent();
  new VaultSecretStore(component, 'store');
  const secret = new VaultSecret(component, 'secret', all);

  expect(secret).toMatchObject({ secretName: 'shared', keys: ['.dockerconfigjson'], consumer: all.consumer });
  expect(manifestsOf(component)['ExternalSecret registry']).toMatchObject({
    spec: {
      target: {
        name: 'shared',
        creationPolicy: 'Merge',
        deletionPolicy: 'Retain',
        template: { type: all.type, metadata: { labels: all.labels }, data: all.template },
      },
    },
  });
});

test('seeds what it reads with random values unless told otherwise', () => {
  const component = testComponent();
  const secret = new VaultSecret(component, 'secret', all);
  expect(secret.properties).toEqual([
    { property: 'username', seed: { kind: 'none' } },
    { property: 'password', seed: { kind: 'random', length: 32 } },
  ]);
});

test('fails in a namespace without a store', () => {
  const component = testComponent();
  new VaultSecret(component, 'secret', all);
  expect(() => synth(component.node.root as App)).toThrowErrorMatchingInlineSnapshot(`
"synth failed:
  [tested/part/secret] no VaultSecretStore in namespace "tested"; define one in a component of that namespace"
`);
});
