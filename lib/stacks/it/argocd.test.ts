import { App } from 'cdk8s';
import { HelmRelease } from '../../constructs/helm-release';
import { Stack } from '../../constructs/stack';
import type { ArgoCdValues } from '../../helm/argo-cd';
import type { Settings } from '../../model/settings';
import { demoPlatform, manifestsOf, prodSettings } from '../../testing';
import { ArgoCd } from './argocd';

function argoCd(overrides: Partial<Settings> = {}) {
  const component = new ArgoCd(new Stack(new App(), 'it', { platform: demoPlatform(overrides), layer: 'IT' }));
  const release = HelmRelease.all(component)[0] as HelmRelease<ArgoCdValues>;
  return { manifests: manifestsOf(component), release };
}

test('merges the hash of the admin password into the Secret that the chart makes', () => {
  const { manifests, release } = argoCd();
  expect(manifests['ExternalSecret argocd-admin']?.spec).toMatchObject({
    target: { name: 'argocd-secret', creationPolicy: 'Merge', deletionPolicy: 'Retain', template: { metadata: {} } },
    data: [{ secretKey: 'admin.password', remoteRef: { key: 'argocd/admin', property: 'admin.password' } }],
  });
  expect(release.values.configs.secret).toEqual({ createSecret: true });
  expect(release.contents.objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toContain(
    'Secret argocd-secret',
  );
});

test('speaks plain HTTP behind the Gateway, under the hostname of its route', () => {
  const { manifests, release } = argoCd();
  expect(release.values.global.domain).toBe('argocd.127-0-0-1.nip.io');
  expect(release.values.configs.params['server.insecure']).toBe(true);
  expect(manifests['HTTPRoute argocd']?.spec).toMatchObject({
    hostnames: ['argocd.127-0-0-1.nip.io'],
    rules: [{ backendRefs: [{ name: 'argocd-server', port: 80 }] }],
  });
});

test('does not wait for an address of the Gateway, which has none behind node ports', () => {
  const check = argoCd().release.values.configs.cm['resource.customizations.health.gateway.networking.k8s.io_Gateway'];
  expect(check).toContain('"Accepted", "ResolvedRefs"');
  expect(check).not.toContain('Programmed');
});

test('keeps the label by which Argo CD finds its own ConfigMaps', () => {
  expect(argoCd().release.chart.reservedLabels).toEqual(['app.kubernetes.io/part-of']);
});

test('caches in one Redis in demo, in three that elect a master in prod', () => {
  const workloads = (overrides: Partial<Settings>) =>
    argoCd(overrides)
      .release.contents.objects.filter(({ kind }) => ['Deployment', 'StatefulSet', 'Job'].includes(kind))
      .map(({ kind, metadata, spec }) => [kind, metadata.name, (spec as { replicas?: number }).replicas]);
  expect(workloads({})).toEqual([
    ['StatefulSet', 'argocd-application-controller', 1],
    ['Deployment', 'argocd-server', 1],
    ['Deployment', 'argocd-repo-server', 1],
    ['Deployment', 'argocd-applicationset-controller', 1],
    ['Deployment', 'argocd-redis', 1],
    ['Job', 'argocd-redis-secret-init', undefined],
  ]);
  expect(workloads(prodSettings())).toEqual([
    ['StatefulSet', 'argocd-application-controller', 1],
    ['Deployment', 'argocd-server', 3],
    ['Deployment', 'argocd-repo-server', 3],
    ['Deployment', 'argocd-applicationset-controller', 3],
    ['StatefulSet', 'argocd-redis-ha-server', 3],
    ['Deployment', 'argocd-redis-ha-haproxy', 3],
    ['Job', 'argocd-redis-secret-init', undefined],
  ]);
});

test('parts that are switched on by the user appear', () => {
  const { release } = argoCd({ values: { argocd: { dex: { enabled: true }, notifications: { enabled: true } } } });
  const names = release.contents.objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  expect(names).toEqual(expect.arrayContaining(['Deployment argocd-dex-server', 'ConfigMap argocd-notifications-cm']));
});
