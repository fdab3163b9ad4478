import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { buildApp } from './lib/app';
import { nameOf } from './lib/architecture/world';
import { withBootstrap } from './lib/cli/docs';
import { loadPlatform } from './lib/config/load-platform';
import { diff } from './lib/output/diff';
import { layout } from './lib/output/layout';
import { STACKS } from './lib/stacks';
import { Bootstrap } from './lib/stacks/it';
import { synth } from './lib/synth';
import { demoPlatform } from './lib/testing';

const PLATFORM = join(__dirname, 'platform.ts');

test('IT/ and K8s/ are what platform.ts renders; otherwise run `npm run synth`', () => {
  const files = layout(synth(buildApp(loadPlatform(PLATFORM))));
  expect(diff(__dirname, files).changes.map(({ kind, path }) => `${kind} ${path}`)).toEqual([]);
});

test('the README shows the bootstrap of platform.ts; otherwise run `npm run docs`', () => {
  const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
  expect(withBootstrap(readme, loadPlatform(PLATFORM))).toBe(readme);
});

test('the demo platform consists of these objects', () => {
  const directories = synth(buildApp(demoPlatform()));
  const lines = directories.flatMap(({ path, rendered }) =>
    rendered.map(({ manifest }) => `${path}  ${nameOf(manifest)}`),
  );
  expect(lines.sort().join('\n')).toMatchSnapshot();
});

test('the same settings give the same bytes, in whatever order the stacks are defined', () => {
  const platform = demoPlatform();
  const backwards = new App();
  for (const StackOfLayer of Object.values(STACKS).reverse()) new StackOfLayer(backwards, platform);
  new Bootstrap(backwards, platform);

  expect(layout(synth(backwards)).map(({ path, text }) => ({ path, text }))).toEqual(
    layout(synth(buildApp(platform))).map(({ path, text }) => ({ path, text })),
  );
});

test('no two directories render the same object', () => {
  const names = synth(buildApp(demoPlatform())).flatMap(({ rendered }) =>
    rendered.map(({ manifest }) => nameOf(manifest)),
  );
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
