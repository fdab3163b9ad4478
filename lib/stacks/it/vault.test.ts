import { App } from 'cdk8s';
import { HelmRelease } from '../../constructs/helm-release';
import { Stack } from '../../constructs/stack';
import type { VaultValues } from '../../helm/vault';
import { manifestsOf, demoPlatform as platformOf, prodSettings } from '../../testing';
import { Vault } from './vault';
import { sealCredentials, serverConfig } from './vault-server';

function vault(overrides: Parameters<typeof platformOf>[0] = {}) {
  const component = new Vault(new Stack(new App(), 'it', { platform: platformOf(overrides), layer: 'IT' }));
  const release = HelmRelease.all(component)[0] as HelmRelease<VaultValues> | undefined;
  if (release === undefined) throw new Error('no release');
  return { component, release };
}

test.each(['demo', 'staging'] as const)('is one server with Raft storage in %s', (profile) => {
  const { server } = vault({ profile }).release.values;
  expect(server.ha).toBeUndefined();
  expect(server.standalone?.config).toBe(
    [
      'ui = true',
      'listener "tcp" {',
      '  tls_disable = 1',
      '  address = "[::]:8200"',
      '  cluster_address = "[::]:8201"',
      '  telemetry {',
      '    unauthenticated_metrics_access = true',
      '  }',
      '}',
      'storage "raft" {',
      '  path = "/vault/data"',
      '}',
      'telemetry {',
      '  prometheus_retention_time = "24h"',
      '  disable_hostname = true',
      '}',
      '',
    ].join('\n'),
  );
});

test('is three servers in prod that find each other and unseal themselves', () => {
  const { component, release } = vault(prodSettings());
  const { ha, standalone } = release.values.server;
  expect(standalone).toEqual({ enabled: false });
  expect(ha).toMatchObject({ enabled: true, replicas: 3, raft: { enabled: true, setNodeId: true } });
  expect(ha?.raft?.config?.match(/leader_api_addr = .*/g)).toEqual([
    'leader_api_addr = "http://vault-0.vault-internal:8200"',
    'leader_api_addr = "http://vault-1.vault-internal:8200"',
    'leader_api_addr = "http://vault-2.vault-internal:8200"',
  ]);
  expect(ha?.raft?.config).toContain(
    'seal "awskms" {\n  kms_key_id = "alias/idp-vault"\n  region = "eu-central-1"\n}\n',
  );
  expect(
    release.contents.objects.filter(({ kind }) => kind === 'Service').map(({ metadata }) => metadata.name),
  ).toEqual(['vault', 'vault-internal', 'vault-active', 'vault-standby', 'vault-ui']);
  expect(JSON.stringify(manifestsOf(component)['Job vault-bootstrap'])).toContain('http://vault-2.vault-internal.');
});

test('lets servers share a node only where there are too few', () => {
  const few = vault(prodSettings()).release.values.server.affinity;
  expect(few).toHaveProperty('podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution');
  expect(
    vault({ ...prodSettings(), nodePools: { infra: { nodes: 3 } } }).release.values.server.affinity,
  ).toBeUndefined();
});

test('lets a sealed server live, and is not ready while it is sealed', () => {
  const { livenessProbe, readinessProbe } = vault().release.values.server;
  expect(livenessProbe).toEqual({ enabled: false });
  expect(readinessProbe).toEqual({ enabled: true });
});

test('takes the credentials of a seal from a Secret by name', () => {
  const parameters = {};
  expect(sealCredentials({ type: 'awskms', parameters })).toEqual({});
  expect(sealCredentials({ type: 'transit', parameters, credentialsSecret: 'seal' })).toEqual({
    extraSecretEnvironmentVars: [{ envName: 'VAULT_TOKEN', secretName: 'seal', secretKey: 'VAULT_TOKEN' }],
  });
  expect(sealCredentials({ type: 'gcpckms', parameters, credentialsSecret: 'seal' })).toEqual({
    extraEnvironmentVars: { GOOGLE_APPLICATION_CREDENTIALS: '/vault/userconfig/seal/credentials.json' },
    extraVolumes: [{ type: 'secret', name: 'seal' }],
  });
});

test('names the Secret of the seal among those that the chart reads', () => {
  const seal = { type: 'awskms' as const, parameters: { region: 'x' }, credentialsSecret: 'seal' };
  const { contents } = vault({ profile: 'prod', vault: { autoUnseal: seal } }).release;
  expect(contents.secretsRead).toEqual([
    { namespace: 'vault-system', name: 'seal', keys: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'] },
  ]);
});

test('quotes the parameters of a seal', () => {
  const config = serverConfig('vault', 1, { type: 'transit', parameters: { address: 'https://x"y' } });
  expect(config).toContain('  address = "https://x\\"y"\n');
});
