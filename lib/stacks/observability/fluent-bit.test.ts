import { App } from 'cdk8s';
import { HelmRelease } from '../../constructs/helm-release';
import { Stack } from '../../constructs/stack';
import type { FluentBitValues } from '../../helm/fluent-bit';
import type { Settings } from '../../model/settings';
import { workloadPods } from '../../model/workload-pods';
import { demoPlatform } from '../../testing';
import { FluentBit } from './fluent-bit';

const PLATFORM = demoPlatform();

function release(settings: Partial<Settings> = {}): HelmRelease<FluentBitValues> {
  const stack = new Stack(new App(), 'observability', { platform: demoPlatform(settings), layer: 'K8s' });
  return HelmRelease.all(new FluentBit(stack))[0] as HelmRelease<FluentBitValues>;
}

/** What the output section says, by key. */
function output(): Record<string, string> {
  const lines = (release().values.config?.outputs ?? '').split('\n').slice(1);
  return Object.fromEntries(lines.map((line) => line.trim().split(/ (.*)/)));
}

test('runs on every node, those of the control plane included, sized and ranked', () => {
  const agent = release().contents.objects.find(({ kind }) => kind === 'DaemonSet');
  const { pod, count } = workloadPods(agent as never, PLATFORM.nodePools) ?? {};
  expect(count).toBe(3);
  expect(pod).toMatchObject({
    priorityClassName: 'platform-observability',
    containers: [{ resources: { requests: expect.anything(), limits: expect.anything() } }],
  });
});

test('is monitored, and brings no pod that tests it', () => {
  const kinds = release().contents.objects.map(({ kind }) => kind);
  expect(kinds).toContain('ServiceMonitor');
  expect(kinds).not.toContain('Pod');
});

test('sends to Loki by its bare name, for as long as it takes', () => {
  expect(output()).toMatchObject({
    Name: 'loki',
    Host: 'loki.observability.svc.cluster.local',
    Port: '3100',
    Retry_Limit: 'no_limits',
  });
});

test('labels lines by where they come from, and never by pod', () => {
  const labels = output()
    .Labels?.split(', ')
    .map((label) => label.split('=')[0]);
  expect(labels).toEqual(['job', 'namespace', 'container', 'node', 'app', 'stream']);
});

test('sends lines as they were written: nothing but the line is left when labels are taken out', () => {
  const kept = release().values.config?.filters?.match(/(?<=Allowlist_key )\w+/g);
  const removed = output().Remove_Keys?.split(', ');
  expect(kept?.filter((key) => !removed?.includes(key))).toEqual(['log']);
  expect(output().Drop_Single_Key).toBe('raw');
});

test('says nothing that the chart would take for a template, or Fluent Bit for a variable', () => {
  const config = Object.values(release().values.config ?? {}).join('\n');
  expect(config).not.toContain('{{');
  expect(config).not.toContain('${');
});

test('mounts nothing that a node may not have', () => {
  const { daemonSetVolumes, daemonSetVolumeMounts } = release().values;
  expect(daemonSetVolumes).toEqual([
    { name: 'logs', hostPath: { path: '/var/log' } },
    { name: 'state', hostPath: { path: '/var/lib/fluent-bit', type: 'DirectoryOrCreate' } },
  ]);
  expect(daemonSetVolumeMounts?.map(({ name }) => name)).toEqual(['logs', 'state']);
});

test("takes the user's values last", () => {
  const { values } = release({ values: { 'fluent-bit': { serviceMonitor: { enabled: false } } } });
  expect(values.serviceMonitor).toMatchObject({ enabled: false, path: '/api/v2/metrics/prometheus' });
});
