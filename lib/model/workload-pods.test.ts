import type { Manifest } from './manifest';
import type { NodePools } from './platform';
import { workloadPods } from './workload-pods';

const POOLS: NodePools = {
  controlPlane: { nodes: 1, labels: {}, taints: [{ key: 'control-plane', effect: 'NoSchedule' }] },
  infra: { nodes: 2, labels: { pool: 'infra' }, taints: [] },
  workloads: { nodes: 3, labels: { pool: 'workloads' }, taints: [{ key: 'soft', effect: 'PreferNoSchedule' }] },
};
const workload = (kind: string, spec: object): Manifest => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'a' },
  spec,
});
const pods = (kind: string, spec: object) => workloadPods(workload(kind, spec), POOLS);
const template = { spec: { containers: [] } };

test('a Deployment that says nothing has one pod, and one more while it rolls', () => {
  expect(pods('Deployment', { template })).toMatchObject({ count: 1, surge: 1 });
});

test('a recreated Deployment and a StatefulSet have no surge', () => {
  expect(pods('Deployment', { template, strategy: { type: 'Recreate' } })).toMatchObject({ surge: 0 });
  expect(pods('StatefulSet', { template, replicas: 3 })).toMatchObject({ count: 3, surge: 0 });
});

test('rounds a surge in percent up', () => {
  expect(pods('Deployment', { template, replicas: 5 })).toMatchObject({ surge: 2 });
});

test('a DaemonSet runs on the nodes whose taints it tolerates and whose labels it selects', () => {
  const daemonSet = (spec: object) => pods('DaemonSet', { template: { spec: { containers: [], ...spec } } })?.count;
  expect(daemonSet({})).toBe(5);
  expect(daemonSet({ tolerations: [{ operator: 'Exists' }] })).toBe(6);
  expect(daemonSet({ tolerations: [{ key: 'control-plane', operator: 'Exists', effect: 'NoExecute' }] })).toBe(5);
  expect(daemonSet({ nodeSelector: { pool: 'infra', 'kubernetes.io/os': 'linux' } })).toBe(2);
});

test('a CronJob counts as one run of its Job', () => {
  expect(pods('CronJob', { jobTemplate: { spec: { template } } })).toMatchObject({ count: 1, surge: 0 });
});

test('a Service brings no pods', () => {
  expect(pods('Service', {})).toBeUndefined();
});
