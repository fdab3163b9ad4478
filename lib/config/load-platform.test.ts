import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { demoPlatform } from '../testing';
import { loadPlatform } from './load-platform';

const SETTINGS = `{ repository: { url: 'https://github.com/example-org/idp.git' }, dns: { ip: '127.0.0.1' } }`;
const IMPORT = `import { definePlatform } from '${resolve(__dirname, 'define-platform')}';\n`;

/** Contents of a platform.ts, and the message it brings about under tsx. */
const CASES: Readonly<Record<string, readonly [source: string, message: string]>> = {
  sound: [`${IMPORT}export default definePlatform(${SETTINGS});`, 'no problem: idp-demo'],
  broken: [
    `${IMPORT}export default definePlatform({ ...${SETTINGS}, tls: 'none' });`,
    'platform.ts has 1 problem:\n  platform.ts:tls is not among the values allowed: "none"; write "annotation" or "certificate"',
  ],
  'no-default': [
    `${IMPORT}export const platform = definePlatform(${SETTINGS});`,
    'no-default.ts exports no platform: it has no default export; write "export default definePlatform({ … })"',
  ],
  'plain-object': [
    `export default ${SETTINGS};`,
    'plain-object.ts exports something else than a platform: definePlatform did not make its default export; write "export default definePlatform({ … })"',
  ],
  'copied-platform': [
    `${IMPORT}export default { ...definePlatform(${SETTINGS}), profile: 'prod' };`,
    'copied-platform.ts exports something else than a platform: definePlatform did not make its default export; write "export default definePlatform({ … })"',
  ],
  syntax: [
    `${IMPORT}export default definePlatform({\n  tls: 'annotation'\n  profile: 'demo',\n});`,
    'syntax.ts:4:3 cannot be read as TypeScript: Expected "}" but found "profile"; correct it there',
  ],
  throwing: [
    `${IMPORT}const pools: any = {};\n\nexport default definePlatform({ nodes: pools.infra.nodes } as any);`,
    "throwing.ts:4:52 throws: TypeError: Cannot read properties of undefined (reading 'nodes'); correct it there, or what it imports",
  ],
  'throwing-text': [
    `throw 'no cluster';`,
    'throwing-text.ts throws: a value that is no Error: no cluster; correct it there, or what it imports',
  ],
  'importing-nothing': [
    `import './sizes';\nexport default 1;`,
    "importing-nothing.ts:1:8 throws: Error: Cannot find module './sizes'; correct it there, or what it imports",
  ],
};

const project = mkdtempSync(join(tmpdir(), 'load-platform-'));
for (const [name, [source]] of Object.entries(CASES)) writeFileSync(join(project, `${name}.ts`), source);
afterAll(() => rmSync(project, { recursive: true }));

describe('under tsx, as the CLI runs', () => {
  const said = runWithTsx(Object.keys(CASES).map((name) => join(project, `${name}.ts`)));

  test.each(Object.entries(CASES))('%s', (name, [, message]) => {
    expect(said[`${name}.ts`]).toBe(message);
  });
});

test('loads the platform that a file exports', () => {
  const platform = loadPlatform(join(project, 'sound.ts'));
  expect(platform).toEqual(demoPlatform({ repository: { url: 'https://github.com/example-org/idp.git' } }));
});

test('loads the platform of this repository', () => {
  expect(loadPlatform(resolve(__dirname, '../../platform.ts'))).toHaveProperty('dnsSuffix');
});

test('names the place where a file is expected', () => {
  const file = join(project, 'nowhere', 'platform.ts');
  expect(thrownBy(file)).toMatchObject({
    name: 'UserError',
    message: `platform.ts is missing: no such file ${file}; write one that says "export default definePlatform({ … })"`,
  });
});

test.each(['broken', 'no-default', 'plain-object', 'throwing-text'])('says the same of %s in any runtime', (name) => {
  expect(thrownBy(join(project, `${name}.ts`))).toMatchObject({
    name: 'UserError',
    message: CASES[name]?.[1],
  });
});

test('keeps what was thrown as the cause', () => {
  expect(thrownBy(join(project, 'throwing.ts'))).toMatchObject({ cause: expect.any(TypeError) });
});

function thrownBy(file: string): unknown {
  try {
    return loadPlatform(file);
  } catch (error) {
    return error;
  }
}

/** What loadPlatform says of each file, by its name; whatever is no UserError keeps its class in front. */
function runWithTsx(files: readonly string[]): Record<string, string> {
  const runner = join(project, 'runner.ts');
  writeFileSync(
    runner,
    `import { loadPlatform } from '${resolve(__dirname, 'load-platform')}';
    import { UserError } from '${resolve(__dirname, '../model/user-error')}';
    function say(file: string) {
      try {
        return 'no problem: ' + loadPlatform(file).clusterName;
      } catch (error) {
        return error instanceof UserError ? error.message : error.constructor.name + ': ' + error.message;
      }
    }
    console.log(JSON.stringify(process.argv.slice(2).map(say)));`,
  );
  const args = ['--require', require.resolve('tsx/cjs'), runner, ...files];
  const said = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as string[];
  return Object.fromEntries(files.map((file, i) => [basename(file), said[i] ?? '']));
}
