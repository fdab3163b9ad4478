import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change } from './change';
import { onDisk } from './disk-error';
import { isInventory } from './inventory';

/**
 * Makes the changes that `diff` found, all kinds of them: first what is written, then what is pruned, the inventories
 * last, so that a run that stops half-way owns no less than before and the next one completes it. Each file is
 * replaced as a whole. Throws a UserError for the file that cannot be written or removed.
 * @param root the directory that holds `IT/` and `K8s/`
 */
export function write(root: string, changes: readonly Change[]): void {
  const inventories = changes.filter(({ path }) => isInventory(path));
  const files = changes.filter(({ path }) => !isInventory(path));
  for (const step of [files, inventories]) {
    writeFiles(root, step);
    prune(root, step);
  }
}

function writeFiles(root: string, changes: readonly Change[]): void {
  const made = new Set<string>();
  for (const { path, after } of changes) {
    if (after === undefined) continue;
    const directory = dirname(path);
    onDisk(`[${path}] cannot be written`, () => {
      if (!made.has(directory)) mkdirSync(join(root, directory), { recursive: true });
      made.add(directory);
      replace(join(root, path), after);
    });
  }
}

/** Writes beside the file and renames, so that a reader, or a crash, finds the old text or the new one. */
function replace(path: string, text: string): void {
  const temporary = join(dirname(path), `.synth-${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Removes files that synth no longer produces, and the directories that are empty then. */
function prune(root: string, changes: readonly Change[]): void {
  for (const { path, after } of changes) {
    if (after !== undefined) continue;
    onDisk(`[${path}] cannot be removed`, () => rmSync(join(root, path), { force: true }));
    removeEmpty(root, dirname(path));
  }
}

function removeEmpty(root: string, directory: string): void {
  if (directory === '.') return;
  try {
    rmdirSync(join(root, directory));
  } catch {
    // Not empty, or not ours to remove: an empty directory harms nobody.
    return;
  }
  removeEmpty(root, dirname(directory));
}
