import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const TINY = require.resolve('./__fixtures__/tiny');
const TSX = require.resolve('tsx/cjs');

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'project '));
  platform({ crds: { version: '1' }, web: { color: 'blue', size: '3' } });
});

afterEach(() => {
  rmSync(project, { recursive: true });
});

test('the first synth writes all files, the second one finds nothing to do', () => {
  expect(cli('synth')).toMatchInlineSnapshot(`
"stack  objects  files
it           1      2
demo         1      2
total        2      4

4 added, 0 changed, 0 removed, 0 unchanged in <time>
exit 0"
`);
  expect(cli('synth')).toMatchInlineSnapshot(`
"stack  objects  files
it           1      2
demo         1      2
total        2      4

0 added, 0 changed, 0 removed, 4 unchanged in <time>
exit 0"
`);
});

test('synth writes what changed and prunes what is gone', () => {
  cli('synth');
  platform({ crds: { version: '1' }, api: { color: 'red' } });
  expect(cli('synth')).toMatchInlineSnapshot(`
"stack  objects  files
it           1      2
demo         1      2
total        2      4

2 added, 0 changed, 2 removed, 2 unchanged in <time>
exit 0"
`);
  expect(existsSync(join(project, 'K8s/demo/web'))).toBe(false);
});

test('synth --out writes the trees elsewhere', () => {
  cli('synth', '--out', 'dist');
  expect(existsSync(join(project, 'dist/K8s/demo/web/configmap-web.yaml'))).toBe(true);
  expect(existsSync(join(project, 'K8s'))).toBe(false);
});

test('synth leaves edited and foreign files alone, and everything else as well, until it is forced', () => {
  cli('synth');
  place('K8s/demo/web/configmap-web.yaml', 'by hand\n');
  place('K8s/demo/api/configmap-api.yaml', 'mine\n');
  place('K8s/demo/api/notes.md', 'mine\n');
  platform({ crds: { version: '2' }, web: { color: 'red' }, api: {} });
  expect(cli('synth')).toMatchInlineSnapshot(`
"! synth wrote nothing, or these files would lose what it did not write:
!   foreign  K8s/demo/api/configmap-api.yaml
!   edited   K8s/demo/web/configmap-web.yaml
! make the edit in platform.ts or lib/ instead, or take the files back with \`npm run synth -- --force\`
exit 1"
`);
  expect(read('K8s/demo/web/configmap-web.yaml')).toBe('by hand\n');
  expect(read('IT/crds/configmap-crds.yaml')).toContain('version: "1"');

  expect(cli('synth', '--force')).toMatchInlineSnapshot(`
"stack  objects  files
it           1      2
demo         2      4
total        3      6

1 added, 3 changed, 0 removed, 2 unchanged in <time>
exit 0"
`);
  expect(read('K8s/demo/web/configmap-web.yaml')).toContain('color: red');
  expect(read('K8s/demo/api/configmap-api.yaml')).toContain('name: api');
  expect(read('K8s/demo/api/notes.md')).toBe('mine\n');
});

test('diff is content with a tree that was just synthesized', () => {
  cli('synth');
  expect(cli('diff')).toMatchInlineSnapshot(`
"no drift: 4 files are as the code renders them
exit 0"
`);
});

test('diff lists what synth would do, writes nothing, and fails', () => {
  cli('synth');
  place('K8s/demo/web/kustomization.yaml', 'resources: []\n');
  platform({ crds: { version: '2' }, web: { color: 'blue', size: '3' }, api: {} });
  expect(cli('diff')).toMatchInlineSnapshot(`
"drift: 4 files differ from the code
  changed  IT/crds/configmap-crds.yaml
  added    K8s/demo/api/configmap-api.yaml
  added    K8s/demo/api/kustomization.yaml
  edited   K8s/demo/web/kustomization.yaml
run \`npm run synth\`, then commit IT/ and K8s/
synth takes edited and foreign files back only with --force
exit 1"
`);
  expect(read('IT/crds/configmap-crds.yaml')).toContain('version: "1"');
});

test('diff --full shows the lines', () => {
  cli('synth');
  platform({ crds: { version: '1' }, web: { color: 'blue', size: '4' } });
  expect(cli('diff', '--full')).toMatchInlineSnapshot(`
"drift: 1 file differs from the code
  changed  K8s/demo/web/configmap-web.yaml

--- a/K8s/demo/web/configmap-web.yaml
+++ b/K8s/demo/web/configmap-web.yaml
@@ -4,4 +4,4 @@
   name: web
 data:
   color: blue
-  size: "3"
+  size: "4"

run \`npm run synth\`, then commit IT/ and K8s/
exit 1"
`);
});

test('a lost inventory is drift, and the next synth makes it again', () => {
  cli('synth');
  rmSync(join(project, 'K8s/.inventory'));
  expect(cli('diff')).toMatchInlineSnapshot(`
"drift: 1 file differs from the code
  added    K8s/.inventory
run \`npm run synth\`, then commit IT/ and K8s/
exit 1"
`);
  expect(cli('synth')).toContain('1 added, 0 changed, 0 removed, 4 unchanged');
  expect(cli('diff')).toContain('exit 0');
});

test('a damaged inventory stops synth before it writes', () => {
  cli('synth');
  place('K8s/.inventory', '<<<<<<< HEAD\n');
  platform({});
  expect(cli('synth')).toMatchInlineSnapshot(`
"! [K8s/.inventory] has a merge conflict: line 1 is "<<<<<<< HEAD"; take one side with \`git checkout --ours K8s/.inventory\`, then run \`npm run synth\`
exit 1"
`);
  expect(read('K8s/demo/web/configmap-web.yaml')).toContain('color: blue');
});

test('what the user has to mend is printed without a stack', () => {
  platform({ broken: {} });
  expect(cli('synth')).toMatchInlineSnapshot(`
"! platform.json: broken: not a component; remove it
exit 1"
`);
  expect(cli('diff')).toBe(cli('synth'));
});

test('a bug keeps its stack', () => {
  platform({ bug: {} });
  expect(cli('synth').replace(/(?:! {5}at .*\n)+/, '<stack>\n')).toMatchInlineSnapshot(`
"! TypeError: a bug
<stack>

! This is a bug in idp-synth; please report it with the lines above.
exit 70"
`);
});

test.each([
  ['without arguments', []],
  ['--help', ['--help']],
  ['help synth', ['help', 'synth']],
  ['diff --help', ['diff', '--help']],
])('prints help: %s', (_, args) => {
  expect(cli(...args)).toMatchSnapshot();
});

test.each([
  ['an unknown command', ['sinth']],
  ['an unknown global flag', ['--verbose']],
  ['every problem of a command line', ['synth', '--forse', '--force=yes', 'all', '--out', '--help']],
])('explains the usage to %s', (_, args) => {
  expect(cli(...args)).toMatchSnapshot();
});

test('prints the version', () => {
  expect(cli('--version')).toBe(`${require('../../package.json').version}\nexit 0`);
});

const nobody = process.getuid?.() === 0 ? 65534 : undefined;
const canRead = spawnSync(process.execPath, ['-e', `require('fs').accessSync(${JSON.stringify(TINY)})`], {
  uid: nobody,
});
const asUser = canRead.status === 0 ? test : test.skip;

asUser('says which file cannot be written (skipped where the user nobody cannot read this clone)', () => {
  chmodSync(project, 0o555);
  expect(cliAs(nobody, 'synth')).toMatchInlineSnapshot(`
"! [IT/crds/configmap-crds.yaml] cannot be written: EACCES at <project>/IT/crds; make it writable for you, then run it again
exit 1"
`);
  expect(existsSync(join(project, 'K8s'))).toBe(false);
});

function cli(...args: readonly string[]): string {
  return cliAs(undefined, ...args);
}

/** What a run prints, stderr marked as such, and its exit code; times and the project's path masked. */
function cliAs(uid: number | undefined, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', TSX, TINY, ...args], {
    cwd: project,
    encoding: 'utf8',
    uid,
  });
  const printed = stdout + stderr.replace(/^(?=.)/gm, '! ');
  return `${printed}exit ${status}`.replace(/\d+\.\d\d s/g, '<time>').replaceAll(project, '<project>');
}

function platform(components: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  place('platform.json', JSON.stringify(components));
}

function place(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

function read(path: string): string {
  return readFileSync(join(project, path), 'utf8');
}
