import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import type { ChartValues } from '../import/value-keys';

/**
 * What a mirror of Helm charts says of the values of one; undefined where it lacks it. A chart is a folder
 * `<name>-<version>` with its `values.yaml`, and, to know more than that shows, `value-paths-read-by-templates.txt` (a
 * path a line) and `chart.json` (its dependencies).
 */
export function chartValues(mirror: string, name: string, version: string): ChartValues | undefined {
  const folder = join(mirror, `${name}-${version}`);
  if (!existsSync(folder)) return undefined;
  const text = (file: string) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '');
  return {
    name,
    version,
    defaults: load(readFileSync(join(folder, 'values.yaml'), 'utf8')),
    // `crds: groups.kyverno` is what the templates of a chart within, `crds`, read.
    read: text('value-paths-read-by-templates.txt')
      .split('\n')
      .filter(Boolean)
      .map((path) => path.replace(': ', '.')),
    dependencies: Object.fromEntries(
      dependencies(text('chart.json')).map(({ key, ...chart }) => [
        key,
        chartValues(mirror, chart.name, chart.version),
      ]),
    ),
  };
}

/** The mirror lists a dependency as `[name, version, condition, alias]`. */
function dependencies(chartJson: string): { key: string; name: string; version: string }[] {
  const chart = JSON.parse(chartJson || '{}') as { dependencies?: [string, string, string | null, string | null][] };
  return (chart.dependencies ?? []).map(([name, version, , alias]) => ({ key: alias ?? name, name, version }));
}
