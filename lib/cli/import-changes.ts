import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASS_HEADER } from '../import/class-text';
import { TABLE_HEADER } from '../import/table-text';
import { VALUE_KEYS_HEADER } from '../import/value-keys';
import type { Change } from '../output/change';

const DIRECTORY = 'imports';

/**
 * How `imports/` differs from what the pinned CRDs give. Files that `npm run import` did not write, as their first line
 * says, are `foreign` where one of them is in the way, and else left alone.
 * @param root directory of the project
 * @param files name → text
 */
export function importChanges(root: string, files: ReadonlyMap<string, string>): readonly Change[] {
  const present = presentFiles(join(root, DIRECTORY));
  return [...new Set([...files.keys(), ...present.keys()])]
    .sort()
    .flatMap((name) => compare(`${DIRECTORY}/${name}`, present.get(name), files.get(name)) ?? []);
}

function presentFiles(directory: string): ReadonlyMap<string, string> {
  if (!existsSync(directory)) return new Map();
  const files = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ name }) => [name, readFileSync(join(directory, name), 'utf8')]));
}

function compare(path: string, before: string | undefined, after: string | undefined): Change | undefined {
  if (before === undefined) return { kind: 'added', path, after };
  const fromCrds = before.startsWith(CLASS_HEADER) || before.startsWith(TABLE_HEADER);
  if (after === undefined) return fromCrds ? { kind: 'removed', path, before } : undefined;
  if (after === before) return undefined;
  const generated = fromCrds || before.startsWith(VALUE_KEYS_HEADER);
  return { kind: generated ? 'changed' : 'foreign', path, before, after };
}
