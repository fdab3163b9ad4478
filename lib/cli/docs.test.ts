import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPlatform } from '../testing';
import { runDocs, withBootstrap } from './docs';

const BEGIN = '<!-- bootstrap: made by `npm run docs`; change lib/stacks/it instead -->\n';
const END = '<!-- /bootstrap -->';

test('replaces what is between the marks, and the second time nothing', () => {
  const readme = withBootstrap(`# Mine\n\n${BEGIN}old\n${END}\n\nbelow\n`, demoPlatform());
  expect(readme).toMatch(/^# Mine\n\n<!-- bootstrap/);
  expect(readme).toMatch(/```\n\n<!-- \/bootstrap -->\n\nbelow\n$/);
  expect(readme).not.toContain('old');
  expect(withBootstrap(readme, demoPlatform())).toBe(readme);
});

test('begins with the cluster, and names the certificate authority of the platform', () => {
  const readme = withBootstrap(`${BEGIN}${END}`, demoPlatform({ clusterName: 'acme' }));
  expect(readme.indexOf('k3d cluster create')).toBeLessThan(readme.indexOf('IT/crds'));
  expect(readme).toContain('certificate/acme-ca');
});

test.each([
  ['no begin', END],
  ['no end', BEGIN],
  ['the end first', `${END}\n${BEGIN}`],
])('says which marks are missing: %s', (_, readme) => {
  expect(() => withBootstrap(readme, demoPlatform())).toThrow('README.md has no place for the bootstrap');
});

test('says that there is no README', async () => {
  const root = mkdtempSync(join(tmpdir(), 'docs-'));
  await expect(runDocs({ root })).rejects.toThrow(`there is no file README.md in ${root}`);
  rmSync(root, { recursive: true });
});
