import { App } from 'cdk8s';
import { HelmRelease } from '../../constructs/helm-release';
import { Stack } from '../../constructs/stack';
import { VaultSecret } from '../../constructs/vault-secret';
import type { Settings } from '../../model/settings';
import type { Pod } from '../../model/workload';
import { allContainers, workloadPods } from '../../model/workload-pods';
import { demoPlatform, manifestsOf } from '../../testing';
import { Sonarqube } from './sonarqube';

function sonarqube(settings: Partial<Settings> = {}) {
  const platform = demoPlatform(settings);
  const component = new Sonarqube(new Stack(new App(), 'cicd', { platform, layer: 'K8s' }));
  const release = HelmRelease.all(component)[0] as HelmRelease;
  const pods = [...Object.values(manifestsOf(component)), ...release.contents.objects]
    .map((object) => workloadPods(object, platform.nodePools)?.pod)
    .filter((pod): pod is Pod => pod !== undefined);
  return { component, release, pods, manifests: manifestsOf(component) };
}

test('shows the server under its hostname', () => {
  expect(sonarqube().manifests['HTTPRoute sonarqube']).toMatchObject({
    spec: { rules: [{ backendRefs: [{ name: 'sonarqube', port: 9000 }] }] },
  });
});

test('fills every Secret that the chart and the Job read, with the keys that they read', () => {
  const { component, manifests, release } = sonarqube();
  const filled = new Map(VaultSecret.all(component).map(({ keys, secretName }) => [secretName, keys]));
  for (const { keys, name } of release.contents.secretsRead) expect(filled.get(name)).toEqual(keys);
  expect(filled.get('sonarqube-admin-credentials')).toEqual(['password', 'currentPassword']);
  expect(JSON.stringify(manifests['Job sonarqube-admin-password'])).toContain(
    '"secret":{"secretName":"sonarqube-admin-credentials"}',
  );
});

test('runs every pod sized, ranked and in the pool of workloads', () => {
  const { pods } = sonarqube();
  expect(pods).toHaveLength(3);
  for (const pod of pods) {
    expect(pod.priorityClassName).toBe('platform-cicd');
    expect(pod.nodeSelector).toEqual({ 'node-role': 'k8s-workloads' });
    for (const { resources } of allContainers(pod)) {
      expect(resources).toMatchObject({
        requests: { cpu: expect.anything(), memory: expect.anything() },
        limits: { cpu: expect.anything(), memory: expect.anything() },
      });
    }
  }
});

test('keeps the password of the administrator out of arguments, environment and log', () => {
  const job = JSON.stringify(sonarqube().manifests['Job sonarqube-admin-password']);
  expect(job).not.toContain('secretKeyRef');
  expect(job).not.toContain('curl -v');
  expect(job).toContain('password@/credentials/password');
});

test('ends a sync that waits for a SonarQube which does not start', () => {
  const { metadata, spec } = sonarqube().manifests['Job sonarqube-admin-password'] as {
    metadata: { annotations?: Record<string, string> };
    spec?: { activeDeadlineSeconds?: number };
  };
  expect(metadata.annotations).toMatchObject({ 'argocd.argoproj.io/hook': 'Sync' });
  expect(spec?.activeDeadlineSeconds).toBeGreaterThan(600);
  expect(spec?.activeDeadlineSeconds).toBeLessThan(1800);
});

test('asks prepared nodes of larger profiles only', () => {
  const prod: Partial<Settings> = {
    profile: 'prod',
    vault: { autoUnseal: { type: 'transit', parameters: { address: 'https://vault.example.com' } } },
  };
  expect(sonarqube().release.values).toMatchObject({ elasticsearch: { bootstrapChecks: false } });
  expect(sonarqube(prod).release.values).toMatchObject({ elasticsearch: { bootstrapChecks: true } });
  expect(sonarqube(prod).release.values).toMatchObject({ initSysctl: { enabled: false } });
});

test('takes sizes and class of its volumes from the platform', () => {
  const { values } = sonarqube({ storage: { sonarqube: '7Gi', sonarqubeDatabase: '9Gi', className: 'fast' } }).release;
  expect(values).toMatchObject({
    persistence: { size: '7Gi', storageClass: 'fast' },
    postgresql: { persistence: { size: '9Gi', storageClass: 'fast' } },
  });
});

test('is scraped only where Prometheus is', () => {
  const kinds = (settings?: Partial<Settings>) => sonarqube(settings).release.contents.objects.map(({ kind }) => kind);
  expect(kinds()).toContain('PodMonitor');
  expect(kinds({ stacks: { observability: false, security: false } })).not.toContain('PodMonitor');
});
