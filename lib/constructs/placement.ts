import type { Platform, PoolName, Taint } from '../model/platform';
import type { Placement, Toleration } from '../model/workload';

/** Where pods of one pool run: its labels as node selector, its taints tolerated. */
export function placeOn(platform: Platform, pool: PoolName): Required<Placement> {
  const { labels, taints } = platform.nodePools[pool];
  return { nodeSelector: labels, tolerations: taints.map(toleration) };
}

/** Runs on every node, whatever its taints: agents of the network, of logs and of metrics. */
export function everyNode(): Required<Pick<Placement, 'tolerations'>> {
  return { tolerations: [{ operator: 'Exists' }] };
}

function toleration({ key, value, effect }: Taint): Toleration {
  return value === undefined ? { key, operator: 'Exists', effect } : { key, operator: 'Equal', value, effect };
}
