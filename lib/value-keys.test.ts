import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { buildApp } from './app';
import { HelmRelease } from './constructs/helm-release';
import type { Profile } from './model/settings';
import { demoPlatform, prodSettings } from './testing';

const CHARTS = join(__dirname, '../../shared/charts');
const withCharts = existsSync(CHARTS) ? test : test.skip;

/** Dependencies whose values stand under a key of their own, where the mirror has them. */
const DEPENDENCIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'kube-prometheus-stack': {
    grafana: 'grafana-10.0.0',
    'kube-state-metrics': 'kube-state-metrics-6.3.0',
    'prometheus-node-exporter': 'prometheus-node-exporter-4.48.0',
  },
};

/** Maps that a template hands on as a whole, so that `values.yaml` shows only some of their keys. */
const HANDED_ON = [
  /(^|\.)(resources|nodeSelector|affinity|podLabels|podAnnotations|labels|annotations|additionalLabels|securityContext)$/,
  /(^|\.)(container|pod)?SecurityContext$/i,
  // argo-cd: every key becomes one of argocd-cm, argocd-cmd-params-cm, argocd-rbac-cm.
  /^configs\.(cm|params|rbac)$/,
  // cert-manager: the ControllerConfiguration; fluent-bit and Grafana: sections of their own configuration files.
  /^config$/,
  /^grafana\.grafana\.ini$/,
  // Loki's own configuration, merged into what the chart makes of it.
  /^loki\.(limits_config|compactor|schemaConfig|storage_config|ingester|querier|analytics|ruler|query_range|memberlist|ingester_client|rulerConfig)$/,
];

type Tree = Readonly<Record<string, unknown>>;

interface ChartKeys {
  readonly values: Tree;
  readonly read: ReadonlySet<string>;
}

withCharts.each<Profile>(['demo', 'staging', 'prod'])(
  'every value that the %s platform sets is a key of its chart (needs ../shared/charts)',
  (profile) => {
    const platform = profile === 'prod' ? demoPlatform(prodSettings()) : demoPlatform({ profile });
    const unknown = HelmRelease.all(buildApp(platform)).flatMap(({ chart, values }) => {
      const keys = keysOf(chart.name, `${chart.name}-${chart.version}`);
      return leaves(values as Tree)
        .filter((path) => !isKnown(path, keys))
        .map((path) => `${chart.name}: ${path.join('.')}`);
    });
    expect(unknown).toEqual([]);
  },
);

withCharts('a key that the chart does not have is found (needs ../shared/charts)', () => {
  const keys = keysOf('argo-workflows', 'argo-workflows-0.45.27');
  expect(isKnown(['controller', 'workflowDefaults'], keys)).toBe(true);
  expect(isKnown(['workflowDefaults'], keys)).toBe(false);
  expect(isKnown(['controller', 'replica'], keys)).toBe(false);
  expect(
    isKnown(['grafana', 'admin', 'existingSecrets'], keysOf('kube-prometheus-stack', 'kube-prometheus-stack-77.14.0')),
  ).toBe(false);
});

function keysOf(chart: string, folder: string): ChartKeys {
  const own = readChart(folder);
  const below = Object.entries(DEPENDENCIES[chart] ?? {}).map(([key, dependency]) => ({
    key,
    ...readChart(dependency),
  }));
  return {
    values: below.reduce<Tree>(
      (values, { key, values: defaults }) => ({ ...values, [key]: { ...defaults, ...(values[key] as Tree) } }),
      own.values,
    ),
    read: new Set([...own.read, ...below.flatMap(({ key, read }) => [...read].map((path) => `${key}.${path}`))]),
  };
}

function readChart(folder: string): ChartKeys {
  const file = (name: string) => readFileSync(join(CHARTS, folder, name), 'utf8');
  return {
    values: load(file('values.yaml')) as Tree,
    read: new Set(file('value-paths-read-by-templates.txt').split('\n')),
  };
}

/** Paths to everything that is not a map with keys; what is in a list is the template's business. */
function leaves(tree: Tree, path: readonly string[] = []): string[][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = [...path, key];
    return isMap(value) && Object.keys(value).length > 0 ? leaves(value, here) : [here];
  });
}

function isKnown(path: readonly string[], { values, read }: ChartKeys): boolean {
  let at: unknown = values;
  for (let depth = 1; depth <= path.length; depth += 1) {
    const here = path.slice(0, depth).join('.');
    const next = isMap(at) ? at[path[depth - 1] ?? ''] : undefined;
    if (next === undefined && !isRead(here, read)) return false;
    // Below an empty map, or a key without a default, the chart takes what it gets.
    if (!isMap(next) || Object.keys(next).length === 0)
      return next !== undefined || !hasDeeper(here, read) || isRead(path.join('.'), read);
    if (HANDED_ON.some((pattern) => pattern.test(here))) return true;
    at = next;
  }
  return true;
}

function isRead(path: string, read: ReadonlySet<string>): boolean {
  return read.has(path) || hasDeeper(path, read);
}

function hasDeeper(path: string, read: ReadonlySet<string>): boolean {
  return [...read].some((known) => known.startsWith(`${path}.`));
}

function isMap(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
