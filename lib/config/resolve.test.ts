import fc from 'fast-check';
import type { Profile } from '../model/settings';
import { demoPlatform } from '../testing';
import { SECRET_PATHS } from './secret-paths';

const autoUnseal = { type: 'awskms', parameters: { region: 'eu-central-1' } } as const;

test('demo is one replica, small volumes and two days, and policies that only audit', () => {
  const { sizing, retention, storage, labels } = demoPlatform();
  expect(sizing).toEqual({ replicas: 1, policyAction: 'Audit' });
  expect(retention).toEqual({ metrics: '2d', logs: '48h' });
  expect(storage).toEqual({
    prometheus: '5Gi',
    alertmanager: '1Gi',
    grafana: '1Gi',
    loki: '5Gi',
    vault: '1Gi',
    sonarqube: '5Gi',
    sonarqubeDatabase: '5Gi',
    trivy: '5Gi',
  });
  expect(labels).toEqual({ owner: 'platform-team', 'business-unit': 'infrastructure', environment: 'demo' });
});

test.each([
  ['staging', 2, { metrics: '7d', logs: '168h' }],
  ['prod', 3, { metrics: '30d', logs: '720h' }],
] as const)('%s is %i replicas, and policies that enforce', (profile, replicas, retention) => {
  const platform = demoPlatform({ profile, vault: { autoUnseal } });
  expect(platform.sizing).toEqual({ replicas, policyAction: 'Enforce' });
  expect(platform.retention).toEqual(retention);
  expect(platform.labels.environment).toBe(profile);
});

test.each<Profile>(['demo', 'staging', 'prod'])('%s proposes only what the settings would take', (profile) => {
  const { storage, retention } = demoPlatform({ profile, vault: { autoUnseal } });
  expect(() => demoPlatform({ storage, retention })).not.toThrow();
});

test('a setting beats the default of the profile, and the others stay', () => {
  const { storage, retention, labels, stacks } = demoPlatform({
    storage: { loki: '9Gi', className: 'fast' },
    retention: { metrics: '9d' },
    labels: { environment: 'lab' },
    stacks: { cicd: false },
  });
  expect(storage).toMatchObject({ loki: '9Gi', className: 'fast', prometheus: '5Gi' });
  expect(retention).toEqual({ metrics: '9d', logs: '48h' });
  expect(labels).toMatchObject({ environment: 'lab', owner: 'platform-team' });
  expect(stacks).toEqual({ platform: true, observability: true, cicd: false, security: true });
});

const POOL_LABELS = { 'node-role': 'k8s-workloads', disk: undefined } as unknown as Record<string, string>;

test('a setting that is undefined leaves the default', () => {
  const platform = demoPlatform({
    clusterName: undefined,
    labels: { owner: undefined },
    stacks: { cicd: undefined },
    storage: { loki: undefined, className: undefined },
    nodePools: { infra: { nodes: undefined, labels: undefined }, workloads: { labels: POOL_LABELS } },
    vault: { mount: undefined, paths: { grafanaAdmin: undefined }, autoUnseal: undefined },
    values: { loki: { a: undefined, b: 1 } },
  });
  expect(platform).toEqual(demoPlatform({ values: { loki: { b: 1 } } }));
  expect(Object.keys(platform.nodePools.workloads.labels)).toEqual(['node-role']);
  expect(Object.keys(platform.storage)).not.toContain('className');
  expect(Object.keys(platform.vault)).not.toContain('autoUnseal');
});

test('the pools are those of the demo cluster', () => {
  expect(demoPlatform().nodePools).toEqual({
    controlPlane: {
      nodes: 1,
      labels: { 'node-role': 'control-plane' },
      taints: [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }],
    },
    infra: { nodes: 1, labels: { 'node-role': 'it-infra' }, taints: [] },
    workloads: { nodes: 1, labels: { 'node-role': 'k8s-workloads' }, taints: [] },
  });
});

test('a taint is read into key, value and effect', () => {
  const taints = ['dedicated=infra:NoSchedule', 'gpu:NoExecute', 'example.com/spot=:PreferNoSchedule'];
  expect(demoPlatform({ nodePools: { infra: { taints } } }).nodePools.infra.taints).toEqual([
    { key: 'dedicated', value: 'infra', effect: 'NoSchedule' },
    { key: 'gpu', effect: 'NoExecute' },
    { key: 'example.com/spot', value: '', effect: 'PreferNoSchedule' },
  ]);
});

test('Vault has its usual mounts and a path for each secret', () => {
  expect(demoPlatform().vault).toEqual({ mount: 'secret', authMount: 'kubernetes', paths: SECRET_PATHS });
  expect(SECRET_PATHS).toEqual({
    argocdAdmin: 'argocd/admin',
    grafanaAdmin: 'grafana/admin',
    sonarqubeAdmin: 'sonarqube/admin',
    sonarqubeMonitoring: 'sonarqube/monitoring',
    sonarqubeDatabase: 'sonarqube/database',
    dockerRegistry: 'docker/registry',
  });
});

test('a domain is the suffix as it is', () => {
  expect(demoPlatform({ dns: { domain: 'idp.example.com' } }).dnsSuffix).toBe('idp.example.com');
});

test('the address can be read back from the suffix', () => {
  const octet = fc.integer({ min: 0, max: 255 });
  const address = fc.tuple(fc.integer({ min: 1, max: 223 }), octet, octet, octet).map((numbers) => numbers.join('.'));
  fc.assert(
    fc.property(address, fc.constantFrom('nip.io', 'sslip.io'), (ip, provider) => {
      const [first, ...rest] = demoPlatform({ dns: { ip, provider } }).dnsSuffix.split('.');
      expect(first?.replaceAll('-', '.')).toBe(ip);
      expect(rest.join('.')).toBe(provider);
    }),
  );
});

test('values are copied, so that nothing is shared with the settings or within them', () => {
  const shared = { memory: '1Gi' };
  const { loki = {} } = demoPlatform({ values: { loki: { requests: shared, limits: shared } } }).values;
  expect(loki).toEqual({ requests: shared, limits: shared });
  expect(new Set([shared, loki.requests, loki.limits]).size).toBe(3);
});
