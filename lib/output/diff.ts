import { LAYERS, type Layer } from '../model/layer';
import { UserError } from '../model/user-error';
import type { Change } from './change';
import { hashOf, INVENTORY_FILE, type Inventory, inventoryText, parseInventory } from './inventory';
import type { TreeFile } from './tree-file';
import { TreeReader } from './tree-reader';

/** How the trees on disk differ from what synth renders: the plan that write and prune carry out. */
export interface Diff {
  /** Sorted by path within a tree; the inventory comes last in its tree. */
  readonly changes: readonly Change[];
  /** Number of files that are as synth wants them, inventories not counted. */
  readonly unchanged: number;
}

const NOTHING: Inventory = new Map();

/**
 * Compares wanted files with the disk and the inventories. Only files that an inventory lists can be `removed`; a file
 * that is as wanted counts as unchanged, whoever wrote it. Nothing is written.
 * Throws a UserError with all inventories that cannot be read and everything in the way of a tree.
 * @param root the directory that holds `IT/` and `K8s/`
 */
export function diff(root: string, files: readonly TreeFile[]): Diff {
  const reader = new TreeReader(root);
  const problems: string[] = [];
  const trees = LAYERS.map((layer) =>
    diffTree(
      layer,
      files.filter((file) => file.layer === layer),
      reader,
      problems,
    ),
  );
  problems.push(...reader.obstacles);
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  return {
    changes: trees.flatMap(({ changes }) => changes),
    unchanged: trees.reduce((sum, { unchanged }) => sum + unchanged, 0),
  };
}

function diffTree(layer: Layer, files: readonly TreeFile[], reader: TreeReader, problems: string[]): Diff {
  const inventoryPath = `${layer}/${INVENTORY_FILE}`;
  const inventoryBefore = reader.read(inventoryPath)?.toString();
  const inventory = ownFiles(inventoryBefore, inventoryPath, problems);
  const wanted = new Map(files.map(({ path, text }) => [path.slice(layer.length + 1), text]));

  const all = [...new Set([...wanted.keys(), ...inventory.keys()])].sort();
  const changes = all.flatMap((name) => {
    const path = `${layer}/${name}`;
    return compare(path, wanted.get(name), inventory.get(name), reader.read(path)) ?? [];
  });

  const gone = changes.filter(({ after }) => after === undefined).length;
  const absent = changes.length - gone;
  const after = inventoryText(new Map([...wanted].map(([name, text]) => [name, hashOf(text)])));
  return {
    changes: [...changes, ...inventoryChange(inventoryPath, inventoryBefore, after)],
    unchanged: wanted.size - absent,
  };
}

function ownFiles(text: string | undefined, path: string, problems: string[]): Inventory {
  if (text === undefined) return NOTHING;
  try {
    return parseInventory(text, path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(error.message);
    return NOTHING;
  }
}

/** What has to happen to one file; undefined where it is as wanted. */
function compare(
  path: string,
  after: string | undefined,
  ownHash: string | undefined,
  found: Buffer | undefined,
): Change | undefined {
  if (found === undefined) return after === undefined ? undefined : { kind: 'added', path, after };
  if (after !== undefined && found.equals(Buffer.from(after))) return undefined;

  const before = found.toString();
  if (after === undefined) return { kind: hashOf(found) === ownHash ? 'removed' : 'edited', path, before };
  if (ownHash === undefined) return { kind: 'foreign', path, before, after };
  return { kind: hashOf(found) === ownHash ? 'changed' : 'edited', path, before, after };
}

/** The inventory is synth's own, whatever it says; a tree without files has none. */
function inventoryChange(path: string, before: string | undefined, after: string): readonly Change[] {
  if (after === (before ?? '')) return [];
  if (before === undefined) return [{ kind: 'added', path, after }];
  return after === '' ? [{ kind: 'removed', path, before }] : [{ kind: 'changed', path, before, after }];
}
