import type { ValueKeys } from '../model/value-keys';

/** What a Helm chart says of its own values. */
export interface ChartValues {
  /** Its `values.yaml`. */
  readonly defaults: unknown;
  /** Paths that its templates read, with dots: `controller.resources`. */
  readonly read: readonly string[];
}

/** A key tree that grows. */
interface Keys {
  [key: string]: Keys;
}

/**
 * Maps of which a template takes every key while reading some by name: each key becomes one of a ConfigMap, of the
 * program's own configuration, or of an object. By chart.
 */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  'argo-cd': ['configs.cm', 'configs.params', 'configs.rbac', 'global.affinity'],
  'cert-manager': ['config'],
  loki: [],
};

/**
 * The keys that a chart knows: those of its `values.yaml` and those that its templates read. A map that templates only
 * read as a whole, or that is empty by default and never read deeper, takes any key.
 */
export function valueKeys(chart: string, { defaults, read }: ChartValues): ValueKeys {
  const tree: Keys = {};
  for (const path of read) insert(tree, path.split('.'));
  const whole = new Set(read.filter((path) => !read.some((other) => other.startsWith(`${path}.`))));
  return close(withDefaults(tree, defaults), '', new Set([...whole, ...(OPEN[chart] ?? [])]));
}

function insert(tree: Keys, path: readonly string[]): void {
  let at = tree;
  for (const key of path) {
    at[key] ??= {};
    at = at[key];
  }
}

function withDefaults(tree: Keys, defaults: unknown): Keys {
  if (!isMap(defaults)) return tree;
  for (const [key, value] of Object.entries(defaults)) tree[key] = withDefaults(tree[key] ?? {}, value);
  return tree;
}

function close(tree: Keys, path: string, open: ReadonlySet<string>): ValueKeys {
  const entries = Object.entries(tree).map(([key, below]): [string, ValueKeys | null] => {
    const here = path === '' ? key : `${path}.${key}`;
    return [key, open.has(here) || Object.keys(below).length === 0 ? null : close(below, here, open)];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
