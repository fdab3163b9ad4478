import {
  policy,
  readerPolicy,
  readerRole,
  seedProblems,
  type VaultPath,
  type VaultReader,
  vaultSeeds,
} from './vault-access';
import type { Seed } from './vault-seed';

const RANDOM: Seed = { kind: 'random', length: 32 };

const reader: VaultReader = {
  namespace: 'cicd',
  serviceAccountName: 'external-secrets',
  audience: 'vault',
  role: 'eso-cicd',
  policy: 'eso-cicd',
};

function reads(namespace: string, path: string, seeds: Record<string, Seed>): VaultPath {
  return { namespace, path, properties: Object.entries(seeds).map(([property, seed]) => ({ property, seed })) };
}

describe('readerPolicy', () => {
  test('allows a namespace to read its own paths, each once, and no other', () => {
    const paths = [
      reads('cicd', 'sonarqube/monitoring', { passcode: RANDOM }),
      reads('cicd', 'docker/registry', { username: RANDOM }),
      reads('cicd', 'docker/registry', { password: RANDOM }),
      reads('observability', 'grafana/admin', { 'admin-password': RANDOM }),
    ];
    expect(readerPolicy('secret', reader, paths)).toBe(
      [
        'path "secret/data/docker/registry" {',
        '  capabilities = ["read"]',
        '}',
        '',
        'path "secret/data/sonarqube/monitoring" {',
        '  capabilities = ["read"]',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('is not empty for a namespace that reads nothing, because Vault refuses an empty policy', () => {
    expect(readerPolicy('secret', reader, [])).toBe('# Namespace cicd reads nothing.\n');
  });
});

test('a role is bound to one ServiceAccount in one namespace for one audience', () => {
  expect(readerRole(reader)).toEqual({
    bound_service_account_names: ['external-secrets'],
    bound_service_account_namespaces: ['cicd'],
    audience: 'vault',
    token_policies: ['eso-cicd'],
    token_ttl: '10m',
    token_max_ttl: '10m',
  });
});

test('a policy does not depend on the order of its rules', () => {
  const rules = [
    ['b', ['read']],
    ['a', ['create', 'update']],
  ] as const;
  expect(policy(rules)).toBe(policy([...rules].reverse()));
});

describe('vaultSeeds', () => {
  test('merges what several namespaces want of one path', () => {
    const paths = [
      reads('cicd', 'b', { token: { kind: 'none' } }),
      reads('cicd', 'a', { y: RANDOM }),
      reads('observability', 'a', { x: RANDOM, y: RANDOM }),
    ];
    expect(vaultSeeds(paths)).toEqual([
      {
        path: 'a',
        properties: [
          { property: 'x', seed: RANDOM },
          { property: 'y', seed: RANDOM },
        ],
      },
      { path: 'b', properties: [{ property: 'token', seed: { kind: 'none' } }] },
    ]);
  });

  test('does not depend on the order of its input', () => {
    const paths = [reads('a', 'two', { x: RANDOM }), reads('b', 'one', { z: RANDOM, y: RANDOM })];
    expect(vaultSeeds([...paths].reverse())).toEqual(vaultSeeds(paths));
  });
});

describe('seedProblems', () => {
  test('has none with seeds that agree', () => {
    const hash: Seed = { kind: 'bcrypt', of: 'password' };
    expect(
      seedProblems([
        reads('argocd', 'argocd/admin', { 'admin.password': hash, password: RANDOM }),
        reads('cicd', 'argocd/admin', { password: { length: 32, kind: 'random' } }),
      ]),
    ).toEqual([]);
  });

  test('finds a property that two ExternalSecrets seed differently', () => {
    expect(
      seedProblems([reads('a', 'p', { x: RANDOM }), reads('b', 'p', { x: { kind: 'literal-config', value: 'v' } })]),
    ).toEqual(['"p" property "x" is seeded in two ways; seed it in one']);
  });

  test('finds a hash of nothing', () => {
    expect(seedProblems([reads('a', 'p', { hash: { kind: 'bcrypt', of: 'password' } })])).toEqual([
      '"p" property "hash" is a hash of a property that is not there; seed that too',
    ]);
  });
});
