import type { RenderedDirectory } from '../model/rendered';
import { folded } from './file-names';
import type { TreeFile } from './tree-file';

/** What every file system takes as a name: no blank, no control character, no leading dot (so no `..` either). */
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Names that Windows keeps for devices, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Bytes of a file name that ext4, APFS and NTFS all take. */
const LONGEST_NAME = 255;

/** What is wrong with the paths of a tree: names that no file system takes, and files that would overwrite each other. */
export function pathProblems(directories: readonly RenderedDirectory[], files: readonly TreeFile[]): readonly string[] {
  return [...directoryProblems(directories), ...fileNameProblems(files), ...clashes(files)];
}

function* directoryProblems(directories: readonly RenderedDirectory[]): Iterable<string> {
  const leaves = new Set<string>();
  const spellings = new Map<string, string>();
  for (const { path, layer } of directories) {
    if (leaves.has(path)) yield `[${path}] is the directory of two components; give one of them another name`;
    leaves.add(path);
    if (path !== layer && !path.startsWith(`${layer}/`)) yield `[${path}] is outside its tree; put it under ${layer}/`;

    for (const parent of parents(path)) {
      const known = spellings.get(folded(parent));
      if (known === undefined)
        yield* nameProblems(`[${path}] the directory name`, parent.slice(parent.lastIndexOf('/') + 1));
      else if (known !== parent)
        yield `[${parent}] differs from the directory ${known} only in case; rename one of them`;
      spellings.set(folded(parent), parent);
    }
  }
}

/** A directory and all that it is in: `K8s`, `K8s/cicd`, `K8s/cicd/sonarqube`. */
function parents(path: string): readonly string[] {
  return path.split('/').map((_, index, segments) => segments.slice(0, index + 1).join('/'));
}

function* fileNameProblems(files: readonly TreeFile[]): Iterable<string> {
  for (const { path, objects } of files) {
    // The name as it was given: a slash in it leads to another directory.
    const name = objects[0]?.fileName ?? path.slice(path.lastIndexOf('/') + 1);
    const where = `[${objects[0]?.constructPath ?? path}]`;
    yield* nameProblems(`${where} the file name`, name);
    if (!name.endsWith('.yaml')) yield `${where} the file name ${JSON.stringify(name)} does not end with .yaml; add it`;
  }
}

function* nameProblems(what: string, name: string): Iterable<string> {
  if (name.length > LONGEST_NAME) {
    yield `${what} ${name.slice(0, 40)}… is too long: ${name.length} bytes; use ${LONGEST_NAME} at most`;
  } else if (!SEGMENT.test(name)) {
    yield `${what} ${JSON.stringify(name)} is not portable; use letters, digits, "-", "_" and ".", and no dot in front`;
  } else if (DEVICE.test(name)) {
    yield `${what} ${JSON.stringify(name)} is a device on Windows; use another one`;
  }
}

/** Files that would be one file, on every file system or on one that ignores case, and files in the place of a directory. */
function* clashes(files: readonly TreeFile[]): Iterable<string> {
  const taken = new Map<string, TreeFile>();
  const directories = new Set(files.map(({ path }) => folded(path.slice(0, path.lastIndexOf('/')))));
  for (const file of files) {
    const key = folded(file.path);
    const other = taken.get(key);
    if (other === undefined) taken.set(key, file);
    else if (other.path === file.path) {
      yield `${nameOf(file)} would overwrite ${nameOf(other)} in ${file.path}; rename one of them, or move it to another component`;
    } else {
      yield `${nameOf(file)} and ${nameOf(other)} have files that differ only in case: ${file.path}; rename one of them`;
    }
    if (directories.has(key)) yield `${nameOf(file)} is a file and a directory: ${file.path}; rename one of them`;
  }
}

function nameOf({ path, objects }: TreeFile): string {
  const [object] = objects;
  if (object === undefined) return `[${path}]`;
  const { kind, metadata } = object.manifest;
  return `[${object.constructPath}] ${kind} ${metadata.name}`;
}
