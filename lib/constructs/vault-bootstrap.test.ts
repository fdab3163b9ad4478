import { App } from 'cdk8s';
import { demoPlatform, manifestsOf } from '../testing';
import { Component } from './component';
import { Stack } from './stack';
import { VaultBootstrap, type VaultBootstrapProps } from './vault-bootstrap';
import { VaultSecret, type VaultSecretProps } from './vault-secret';
import { VaultSecretStore } from './vault-secret-store';

const GRAFANA: VaultSecretProps = {
  name: 'grafana-admin',
  path: 'grafana/admin',
  keys: { 'admin-password': 'admin-password' },
  consumer: 'Grafana',
};

function bootstrapped(secrets: readonly VaultSecretProps[] = [GRAFANA], props: Partial<VaultBootstrapProps> = {}) {
  const platform = demoPlatform();
  const app = new App();
  const vault = new Component(new Stack(app, 'it', { platform, layer: 'IT' }), 'vault', { namespace: 'vault-system' });
  const bootstrap = new VaultBootstrap(vault, 'bootstrap', { statefulSet: 'vault', ...props });
  // Defined after the bootstrap, as the stacks are.
  const reader = new Component(new Stack(app, 'observability', { platform, layer: 'K8s' }), 'grafana');
  new VaultSecretStore(reader, 'store');
  for (const [index, each] of secrets.entries()) new VaultSecret(reader, `secret-${index}`, each);
  return { bootstrap, manifests: manifestsOf(vault) };
}

const files = (manifests: ReturnType<typeof manifestsOf>) =>
  (manifests['ConfigMap vault-bootstrap'] as unknown as { data: Record<string, string> }).data;

test('knows every store and secret of the app, also those defined later', () => {
  const data = files(bootstrapped().manifests);
  expect(Object.keys(data)).toEqual([
    'bootstrap.sh',
    'init.json',
    'keys-secret.json',
    'policy-eso-observability.hcl',
    'policy-vault-bootstrap.hcl',
    'role-eso-observability.json',
    'role-vault-bootstrap.json',
    'seeds.json',
  ]);
  expect(data['policy-eso-observability.hcl']).toBe(
    'path "secret/data/grafana/admin" {\n  capabilities = ["read"]\n}\n',
  );
  expect(JSON.parse(data['seeds.json'] ?? '')).toEqual([
    { path: 'grafana/admin', properties: [{ property: 'admin-password', seed: { kind: 'random', length: 32 } }] },
  ]);
});

test('may write what it is there to write, and nothing else', () => {
  const policy = files(bootstrapped().manifests)['policy-vault-bootstrap.hcl'] ?? '';
  expect(policy.match(/(?<=path ").*(?=")/g)).toEqual([
    'auth/kubernetes/config',
    'auth/kubernetes/role/eso-observability',
    'auth/kubernetes/role/vault-bootstrap',
    'secret/data/grafana/admin',
    'sys/auth',
    'sys/auth/kubernetes',
    'sys/mounts',
    'sys/mounts/secret',
    'sys/policies/acl/eso-observability',
    'sys/policies/acl/vault-bootstrap',
  ]);
  expect(policy).not.toContain('delete');
  expect(policy).not.toContain('*');
});

test('reads and changes one Secret only', () => {
  expect(bootstrapped().manifests['Role vault-bootstrap']?.rules).toEqual([
    { apiGroups: [''], resources: ['secrets'], verbs: ['create'] },
    { apiGroups: [''], resources: ['secrets'], resourceNames: ['vault-unseal'], verbs: ['get', 'patch'] },
  ]);
});

test('runs the same pod once and again', () => {
  const { manifests } = bootstrapped();
  const job = manifests['Job vault-bootstrap'] as unknown as { spec: { template: object } };
  const cronJob = manifests['CronJob vault-bootstrap'] as unknown as { spec: { jobTemplate: { spec: object } } };
  expect(cronJob.spec.jobTemplate.spec).toMatchObject({ template: job.spec.template });
  expect(job).toMatchObject({
    metadata: {
      annotations: {
        'argocd.argoproj.io/hook': 'Sync',
        'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
      },
    },
    spec: { template: { spec: { serviceAccountName: 'vault-bootstrap', securityContext: { runAsNonRoot: true } } } },
  });
});

test('unseals every server', () => {
  const all: Required<VaultBootstrapProps> = { statefulSet: 'safe', servers: 2 };
  const job = bootstrapped([GRAFANA], all).manifests['Job vault-bootstrap'];
  expect(JSON.stringify(job)).toContain(
    '"value":"http://safe-0.safe-internal.vault-system.svc.cluster.local:8200 http://safe-1.safe-internal.vault-system.svc.cluster.local:8200"',
  );
});

test('fails when two secrets seed one property in different ways', () => {
  const other = { ...GRAFANA, name: 'other', seeds: { 'admin-password': { kind: 'none' } as const } };
  expect(bootstrapped([GRAFANA, other]).bootstrap.node.validate()).toEqual([
    '"grafana/admin" property "admin-password" is seeded in two ways; seed it in one',
  ]);
});
