import { createHash } from 'node:crypto';
import { UserError } from '../model/user-error';

/** The inventory's name in the root of its tree: `IT/.inventory`. */
export const INVENTORY_FILE = '.inventory';

/** The files of one tree that synth owns: path relative to the root of the tree → SHA-256 of what synth wrote, in hex. */
export type Inventory = ReadonlyMap<string, string>;

const LINE = /^(?<hash>[0-9a-f]{64}) {2}(?<path>\w[\w.-]*(?:\/\w[\w.-]*)*)$/;
const CONFLICT_MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/;

/** One line a file, sorted by path, so that merges seldom meet; `sha256sum -c .inventory` checks it inside the tree. */
export function inventoryText(inventory: Inventory): string {
  return [...inventory]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');
}

/**
 * Reads an inventory strictly: what it says decides which files synth may remove.
 * Throws a UserError for a file that was damaged or not merged.
 * @param where path of the inventory as messages name it: `K8s/.inventory`
 */
export function parseInventory(text: string, where: string): Inventory {
  const inventory = new Map<string, string>();
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length === 0) throw damaged(where, 'the end is missing');

  let last = '';
  for (const [index, line] of lines.entries()) {
    const found = `line ${index + 1} is ${JSON.stringify(line.slice(0, 80))}`;
    if (CONFLICT_MARKER.test(line)) throw unmerged(where, found);
    const { hash, path } = LINE.exec(line)?.groups ?? {};
    if (hash === undefined || path === undefined) throw damaged(where, `${found}, not a SHA-256 and a path`);
    if (path <= last) throw damaged(where, `${found}, not sorted after ${last}`);
    inventory.set(path, hash);
    last = path;
  }
  return inventory;
}

/** Whether a path, relative to the repository, is an inventory's. */
export function isInventory(path: string): boolean {
  return path.endsWith(`/${INVENTORY_FILE}`);
}

/** The SHA-256 of a file's bytes, in hex. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function unmerged(where: string, found: string): UserError {
  return new UserError(
    `[${where}] has a merge conflict: ${found}; take one side with \`git checkout --ours ${where}\`, then run \`npm run synth\``,
  );
}

function damaged(where: string, found: string): UserError {
  return new UserError(
    `[${where}] is damaged: ${found}; restore it with \`git checkout HEAD -- ${where}\`, then run \`npm run synth\``,
  );
}
