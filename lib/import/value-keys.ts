import type { ValueKeys } from '../model/value-keys';

/** What a Helm chart says of its own values. */
export interface ChartValues {
  readonly name: string;
  readonly version: string;
  /** Its `values.yaml`. */
  readonly defaults: unknown;
  /** Paths that its templates read, with dots: `controller.resources`. */
  readonly read: readonly string[];
  /** Charts that it brings along, by the key of their values; undefined where nothing is known of them. */
  readonly dependencies: Readonly<Record<string, ChartValues | undefined>>;
}

/** A key tree that grows. */
interface Keys {
  [key: string]: Keys;
}

/**
 * Maps of which a template takes every key while it reads some by name: each key becomes one of a ConfigMap, or of the
 * program's own configuration. By chart.
 */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  'argo-cd': ['configs.cm', 'configs.params', 'configs.rbac'],
  'cert-manager': ['config'],
  grafana: ['grafana.ini'],
  loki: ['loki.commonConfig', 'loki.limits_config', 'loki.compactor', 'loki.storage_config', 'loki.server'],
};

/** How the file begins that `npm run import` makes of all charts. */
export const VALUE_KEYS_HEADER = `{\n"generated": "by \`npm run import\` from the values of the pinned Helm charts; not to be edited",\n`;

/** The keys of all charts, by `name@version`, as JSON: one line a chart, so that a new version of one reads as a diff. */
export function valueKeysText(charts: Readonly<Record<string, ValueKeys>>): string {
  const lines = Object.entries(charts).map(([chart, keys]) => `${JSON.stringify(chart)}: ${JSON.stringify(keys)}`);
  return `${VALUE_KEYS_HEADER}"charts": {\n${lines.sort().join(',\n')}\n}\n}\n`;
}

/**
 * The keys that a chart knows: those of its `values.yaml` and those that its templates read. A map that templates only
 * read as a whole, or that is empty by default, takes any key.
 */
export function valueKeys({ name, defaults, read, dependencies }: ChartValues): ValueKeys {
  const tree: Keys = {};
  for (const path of read) insert(tree, path.split('.'));
  const whole = read.filter((path) => !read.some((other) => other.startsWith(`${path}.`)));
  const own = close(
    withDefaults(tree, defaults),
    '',
    new Set([...whole, ...emptyMaps(defaults), ...(OPEN[name] ?? [])]),
  );
  const below = Object.entries(dependencies).map(([key, chart]): [string, ValueKeys | null] => [
    key,
    chart === undefined ? null : merge(own[key] ?? {}, valueKeys(chart)),
  ]);
  return sorted({ ...own, ...Object.fromEntries(below) });
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

/** Paths of the maps that `values.yaml` shows as empty: resources, placement, labels and the like. */
function emptyMaps(defaults: unknown, path: readonly string[] = []): string[] {
  if (!isMap(defaults)) return [];
  const entries = Object.entries(defaults);
  if (entries.length === 0) return [path.join('.')];
  return entries.flatMap(([key, value]) => emptyMaps(value, [...path, key]));
}

function close(tree: Keys, path: string, open: ReadonlySet<string>): ValueKeys {
  const entries = Object.entries(tree).map(([key, below]): [string, ValueKeys | null] => {
    const here = path === '' ? key : `${path}.${key}`;
    return [key, open.has(here) || Object.keys(below).length === 0 ? null : close(below, here, open)];
  });
  return sorted(Object.fromEntries(entries));
}

/** What either knows; where one of them takes anything, so do both. */
function merge(a: ValueKeys, b: ValueKeys): ValueKeys {
  const both = Object.entries(b).map(([key, value]): [string, ValueKeys | null] => {
    const other = a[key];
    if (other === undefined) return [key, value];
    return [key, other === null || value === null ? null : merge(other, value)];
  });
  return sorted({ ...a, ...Object.fromEntries(both) });
}

function sorted(keys: ValueKeys): ValueKeys {
  return Object.fromEntries(Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
