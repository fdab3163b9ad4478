import { App } from 'cdk8s';
import { manifestOf } from '../../constructs/manifest-of';
import type { Settings } from '../../model/settings';
import { demoPlatform } from '../../testing';
import { K3dCluster } from './k3d-cluster';

interface Cluster {
  readonly servers: number;
  readonly agents: number;
  readonly options: {
    readonly k3s: {
      readonly extraArgs: readonly { readonly arg: string; readonly nodeFilters: readonly string[] }[];
      readonly nodeLabels: readonly { readonly label: string; readonly nodeFilters: readonly string[] }[];
    };
  };
}

function cluster(overrides: Partial<Settings> = {}): Cluster {
  const [object] = new K3dCluster(new App(), demoPlatform(overrides)).objects;
  if (object === undefined) throw new Error('no cluster');
  return manifestOf(object) as unknown as Cluster;
}

/** What each node gets: `{ 'agent:0': ['disk=ssd'] }`. */
function byNode(entries: readonly { readonly what: string; readonly nodeFilters: readonly string[] }[]) {
  const nodes: Record<string, string[]> = {};
  for (const { what, nodeFilters } of entries) {
    for (const filter of nodeFilters) nodes[filter] = [...(nodes[filter] ?? []), what];
  }
  return nodes;
}

const several: Partial<Settings> = {
  nodePools: {
    controlPlane: { nodes: 3 },
    infra: { nodes: 2, taints: ['infra=true:NoSchedule'] },
    workloads: { nodes: 2, labels: { disk: 'ssd', zone: 'a' }, taints: ['batch:NoExecute'] },
  },
};

test('has one server and an agent for each other pool', () => {
  expect(cluster()).toMatchObject({ metadata: { name: 'idp-demo' }, servers: 1, agents: 2 });
});

test('gives every node the labels of its pool: infra agents first, then workloads', () => {
  const { servers, agents, options } = cluster(several);
  expect([servers, agents]).toEqual([3, 4]);
  expect(byNode(options.k3s.nodeLabels.map(({ label, nodeFilters }) => ({ what: label, nodeFilters })))).toEqual({
    'server:0': ['node-role=control-plane'],
    'server:1': ['node-role=control-plane'],
    'server:2': ['node-role=control-plane'],
    'agent:0': ['node-role=it-infra'],
    'agent:1': ['node-role=it-infra'],
    'agent:2': ['disk=ssd', 'zone=a'],
    'agent:3': ['disk=ssd', 'zone=a'],
  });
});

test('taints every node as its pool says', () => {
  const taints = cluster(several).options.k3s.extraArgs.filter(({ arg }) => arg.startsWith('--node-taint='));
  const nodes = byNode(
    taints.map(({ arg, nodeFilters }) => ({ what: arg.slice('--node-taint='.length), nodeFilters })),
  );
  expect(nodes).toMatchObject({
    'server:2': ['node-role.kubernetes.io/control-plane:NoSchedule'],
    'agent:0': ['infra=true:NoSchedule'],
    'agent:1': ['infra=true:NoSchedule'],
    'agent:2': ['batch:NoExecute'],
    'agent:3': ['batch:NoExecute'],
  });
});

test('leaves the network to Cilium on every server', () => {
  const { extraArgs } = cluster(several).options.k3s;
  for (const arg of ['--flannel-backend=none', '--disable-network-policy', '--disable-kube-proxy']) {
    expect(extraArgs).toContainEqual({ arg, nodeFilters: ['server:*'] });
  }
});
