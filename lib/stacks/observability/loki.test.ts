import { App } from 'cdk8s';
import { HelmRelease } from '../../constructs/helm-release';
import { Stack } from '../../constructs/stack';
import type { LokiValues } from '../../helm/loki/values';
import type { Settings } from '../../model/settings';
import { demoPlatform } from '../../testing';
import { LOKI } from './datasources';
import { Loki } from './loki';

function release(settings: Partial<Settings> = {}): HelmRelease<LokiValues> {
  const stack = new Stack(new App(), 'observability', { platform: demoPlatform(settings), layer: 'K8s' });
  return HelmRelease.all(new Loki(stack))[0] as HelmRelease<LokiValues>;
}

function workloads(settings?: Partial<Settings>) {
  return release(settings).contents.objects.filter(({ spec }) => 'template' in ((spec ?? {}) as object));
}

test('is one pod, sized, ranked and in the pool of the engines', () => {
  expect(workloads()).toMatchObject([
    {
      kind: 'StatefulSet',
      metadata: { name: 'loki' },
      spec: {
        replicas: 1,
        template: {
          spec: {
            priorityClassName: 'platform-observability',
            nodeSelector: { 'node-role': 'it-infra' },
            containers: [{ name: 'loki', resources: { requests: expect.anything(), limits: expect.anything() } }],
          },
        },
      },
    },
  ]);
});

test('stays one pod in every profile: files on a volume are not shared', () => {
  expect(workloads({ profile: 'staging' })).toMatchObject([{ spec: { replicas: 1 } }]);
});

test('answers where Fluent Bit and Grafana look for it', () => {
  const { objects } = release().contents;
  const found = objects
    .filter(({ kind }) => kind === 'Service')
    .map(({ metadata, spec }) => ({
      host: `${metadata.name}.${metadata.namespace}.svc.cluster.local`,
      ports: (spec as { ports: { port: number }[] }).ports.map(({ port }) => port),
    }));
  expect(found).toContainEqual({ host: LOKI.host, ports: expect.arrayContaining([LOKI.port]) });
});

test('asks nobody for a tenant, and reports home to nobody', () => {
  expect(release().values.loki).toMatchObject({ auth_enabled: false, analytics: { reporting_enabled: false } });
});

test('deletes what is older than the retention', () => {
  const { limits_config, compactor } = release({ retention: { logs: '72h' } }).values.loki;
  expect(limits_config).toEqual({ retention_period: '72h' });
  expect(compactor).toEqual({ retention_enabled: true, delete_request_store: 'filesystem' });
});

test('writes all logs in one schema that begins on a fixed day', () => {
  expect(release().values.loki.schemaConfig.configs).toMatchObject([
    { from: '2024-04-01', store: 'tsdb', schema: 'v13', object_store: 'filesystem' },
  ]);
});

test('keeps logs on a volume of the size and class of the platform, beyond the StatefulSet', () => {
  const { persistence } = release({ storage: { loki: '7Gi', className: 'fast' } }).values.singleBinary ?? {};
  expect(persistence).toEqual({
    enabled: true,
    size: '7Gi',
    storageClass: 'fast',
    enableStatefulSetAutoDeletePVC: false,
  });
});
