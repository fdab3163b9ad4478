import type { ValueKeys } from '../model/value-keys';

/** The values that a Helm chart knows; undefined for a chart or a version that `imports/value-keys.json` does not have. */
export function chartValueKeys(name: string, version: string): ValueKeys | undefined {
  // Loaded when asked for: most platforms lay no values over those of a chart.
  const { charts }: { charts: Readonly<Record<string, ValueKeys>> } = require('../../imports/value-keys.json');
  return charts[`${name}@${version}`];
}
