import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { diff } from './diff';
import { hashOf } from './inventory';
import type { TreeFile } from './tree-file';
import { write } from './write';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trees '));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test('writes what is wanted, and an inventory of it', () => {
  expect(synth({ 'IT/a/x.yaml': 'x\n', 'K8s/s/b/y.yaml': 'ü\n' })).toEqual([
    'added IT/a/x.yaml',
    'added IT/.inventory',
    'added K8s/s/b/y.yaml',
    'added K8s/.inventory',
  ]);
  expect(tree()).toEqual(['IT/.inventory', 'IT/a/x.yaml', 'K8s/.inventory', 'K8s/s/b/y.yaml']);
  expect(read('K8s/s/b/y.yaml')).toBe('ü\n');
  expect(read('K8s/.inventory')).toBe(`${hashOf('ü\n')}  s/b/y.yaml\n`);
});

test('finds nothing to do the second time, and touches no file', () => {
  const files = { 'IT/a/x.yaml': 'x\n', 'IT/a/y.yaml': 'y\n' };
  synth(files);
  const before = tree().map((path) => statSync(join(root, path), { bigint: true }).mtimeNs);
  expect(synth(files)).toEqual([]);
  expect(tree().map((path) => statSync(join(root, path), { bigint: true }).mtimeNs)).toEqual(before);
});

test('writes only what changed', () => {
  synth({ 'IT/a/x.yaml': 'x\n', 'IT/a/y.yaml': 'y\n' });
  const before = statSync(join(root, 'IT/a/x.yaml')).ino;
  expect(synth({ 'IT/a/x.yaml': 'x\n', 'IT/a/y.yaml': 'z\n' })).toEqual([
    'changed IT/a/y.yaml',
    'changed IT/.inventory',
  ]);
  expect(statSync(join(root, 'IT/a/x.yaml')).ino).toBe(before);
  expect(read('IT/a/y.yaml')).toBe('z\n');
});

test('prunes what is no longer wanted, and the directories that are empty then', () => {
  synth({ 'K8s/s/a/x.yaml': 'x\n', 'K8s/s/b/deep/y.yaml': 'y\n' });
  place('K8s/s/c/notes.md', 'mine');
  expect(synth({ 'K8s/s/a/x.yaml': 'x\n' })).toEqual(['removed K8s/s/b/deep/y.yaml', 'changed K8s/.inventory']);
  expect(existsSync(join(root, 'K8s/s/b'))).toBe(false);
  expect(tree()).toEqual(['K8s/.inventory', 'K8s/s/a/x.yaml', 'K8s/s/c/notes.md']);
});

test('a tree that is wanted no more disappears with its inventory', () => {
  synth({ 'IT/x.yaml': 'x\n', 'K8s/y.yaml': 'y\n' });
  expect(synth({ 'IT/x.yaml': 'x\n' })).toEqual(['removed K8s/y.yaml', 'removed K8s/.inventory']);
  expect(existsSync(join(root, 'K8s'))).toBe(false);
});

test('a file of somebody else in a pruned directory stays, and so does the directory', () => {
  synth({ 'K8s/s/a/x.yaml': 'x\n', 'K8s/s/b/y.yaml': 'y\n' });
  place('K8s/s/b/notes.md', 'mine');
  synth({ 'K8s/s/a/x.yaml': 'x\n' });
  expect(tree()).toEqual(['K8s/.inventory', 'K8s/s/a/x.yaml', 'K8s/s/b/notes.md']);
});

test('tells files that were edited by hand, wanted or stale, and files that are not its own', () => {
  synth({ 'K8s/edited.yaml': 'x\n', 'K8s/stale.yaml': 'x\n', 'K8s/moved.yaml': 'x\n' });
  place('K8s/edited.yaml', 'by hand\n');
  place('K8s/stale.yaml', 'by hand\n');
  place('K8s/foreign.yaml', 'mine\n');
  place('K8s/moved.yaml', 'new\n');
  const wanted = { 'K8s/edited.yaml': 'y\n', 'K8s/foreign.yaml': 'y\n', 'K8s/moved.yaml': 'new\n' };
  expect(changes(wanted)).toEqual([
    'edited K8s/edited.yaml',
    'foreign K8s/foreign.yaml',
    'edited K8s/stale.yaml',
    'changed K8s/.inventory',
  ]);
});

test('takes over a file that is as wanted, so that a lost inventory is rebuilt by the next run', () => {
  const files = { 'K8s/a.yaml': 'x\n', 'K8s/b.yaml': 'x\n' };
  synth(files);
  rmSync(join(root, 'K8s/.inventory'));
  expect(synth(files)).toEqual(['added K8s/.inventory']);
  expect(synth({ 'K8s/a.yaml': 'x\n' })).toEqual(['removed K8s/b.yaml', 'changed K8s/.inventory']);
});

test('completes a run that stopped before the inventory was written', () => {
  synth({ 'K8s/a.yaml': 'old\n', 'K8s/b.yaml': 'old\n', 'K8s/c.yaml': 'old\n' });
  place('K8s/a.yaml', 'new\n');
  rmSync(join(root, 'K8s/c.yaml'));
  expect(synth({ 'K8s/a.yaml': 'new\n', 'K8s/b.yaml': 'new\n' })).toEqual([
    'changed K8s/b.yaml',
    'changed K8s/.inventory',
  ]);
  expect(synth({ 'K8s/a.yaml': 'new\n', 'K8s/b.yaml': 'new\n' })).toEqual([]);
});

test('restores a file that was deleted by hand', () => {
  synth({ 'K8s/a.yaml': 'x\n' });
  rmSync(join(root, 'K8s/a.yaml'));
  expect(synth({ 'K8s/a.yaml': 'x\n' })).toEqual(['added K8s/a.yaml']);
});

test('names every obstacle and every inventory that cannot be read, and goes through no link', () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  writeFileSync(join(outside, 'x.yaml'), 'x\n');
  place('K8s/.inventory', 'nonsense\n');
  symlinkSync(outside, join(root, 'K8s/linked'));
  symlinkSync(join(outside, 'x.yaml'), join(root, 'K8s/link.yaml'));
  mkdirSync(join(root, 'K8s/directory.yaml'));
  place('K8s/file', 'mine');
  const wanted = ['K8s/linked/x.yaml', 'K8s/linked/y.yaml', 'K8s/link.yaml', 'K8s/directory.yaml', 'K8s/file/x.yaml'];
  expect(() => changes(Object.fromEntries(wanted.map((path) => [path, 'y\n'])))).toThrowErrorMatchingInlineSnapshot(`
"[K8s/.inventory] is damaged: line 1 is "nonsense", not a SHA-256 and a path; restore it with \`git checkout HEAD -- K8s/.inventory\`, then run \`npm run synth\`
[K8s/directory.yaml] is no plain file; move it away, then run it again
[K8s/file] is no directory; move it away, then run it again
[K8s/link.yaml] is a symbolic link, which synth does not follow; move it away, then run it again
[K8s/linked] is a symbolic link, which synth does not follow; move it away, then run it again"
`);
  expect(readFileSync(join(outside, 'x.yaml'), 'utf8')).toBe('x\n');
  rmSync(outside, { recursive: true });
});

/** Writes files given as path → text, and says what was done. */
function synth(files: Readonly<Record<string, string>>): readonly string[] {
  const { changes } = diff(root, treeFiles(files));
  write(root, changes);
  return changes.map(({ kind, path }) => `${kind} ${path}`);
}

function changes(files: Readonly<Record<string, string>>): readonly string[] {
  return diff(root, treeFiles(files)).changes.map(({ kind, path }) => `${kind} ${path}`);
}

function treeFiles(files: Readonly<Record<string, string>>): readonly TreeFile[] {
  return Object.entries(files).map(([path, text]) => ({
    path,
    text,
    layer: path.startsWith('IT/') ? 'IT' : 'K8s',
    stack: 'some',
    objects: [],
  }));
}

function place(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Every file below the root. */
function tree(): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
