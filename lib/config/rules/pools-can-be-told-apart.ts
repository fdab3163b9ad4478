import type { PoolName } from '../../model/platform';
import { NODE_POOLS } from '../node-pools';
import { type Problem, show } from '../problem';
import type { Rule } from './rule';

type Labels = Readonly<Record<string, string>>;

/** Pods that are placed on a pool by its labels land on no other: its labels are not all on the nodes of another pool. */
export const poolsCanBeToldApart: Rule = ({ nodePools = {} }) => {
  const pools = (Object.keys(NODE_POOLS) as PoolName[]).map((name) => ({
    name,
    labels: nodePools[name]?.labels ?? NODE_POOLS[name].labels,
  }));
  return pools.flatMap(({ name, labels }, i): Problem[] => {
    const path = ['nodePools', name, 'labels'];
    const fix = `give it a label of its own, such as { 'node-role': '${name}' }`;
    if (Object.keys(labels).length === 0) {
      return [{ path, what: 'is empty, so that no pod can be placed there', found: 'no label', fix }];
    }
    // Two equal pools are one problem: the later one has it.
    const other = pools.find((pool, j) => {
      return i !== j && carries(pool.labels, labels) && (j < i || !carries(labels, pool.labels));
    });
    if (other === undefined) return [];
    return [{ path, what: `is also on the nodes of the pool '${other.name}'`, found: showLabels(labels), fix }];
  });
};

function carries(labels: Labels, wanted: Labels): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}

function showLabels(labels: Labels): string {
  return Object.entries(labels)
    .map(([key, value]) => show(`${key}=${value}`))
    .join(', ');
}
