import type { Change, ChangeKind } from '../output/change';
import { isInventory } from '../output/inventory';
import { type Colour, type ColourName, plain } from './colour';

const COLOURS: Readonly<Record<ChangeKind, ColourName>> = {
  added: 'green',
  changed: 'yellow',
  removed: 'red',
  edited: 'red',
  foreign: 'red',
};

/** The changes that are worth a word: an inventory follows the other files, and counts only where it alone differs. */
export function countedChanges(changes: readonly Change[]): readonly Change[] {
  const files = changes.filter(({ path }) => !isInventory(path));
  return files.length > 0 ? files : changes;
}

/** One indented line a change: what happens to it, and its path. */
export function changeLines(changes: readonly Change[], colour: Colour = plain): readonly string[] {
  return changes.map(({ kind, path }) => `  ${colour(COLOURS[kind], kind.padEnd('changed'.length))}  ${path}`);
}
