import { join } from 'node:path';
import { buildApp } from '../app';
import { bootstrapSteps } from '../bootstrap';
import { loadPlatform } from '../config/load-platform';
import type { Platform } from '../model/platform';
import { UserError } from '../model/user-error';
import { TreeReader } from '../output/tree-reader';
import { write } from '../output/write';
import { EXIT, type Program } from './command';

const README = 'README.md';
const BEGIN = '<!-- bootstrap: made by `npm run docs`; change lib/stacks/it instead -->\n';
const END = '<!-- /bootstrap -->';

/** Makes the generated section of the README again, and prints whether that changed it. */
export async function runDocs({ root }: Pick<Program, 'root'>): Promise<number> {
  const before = new TreeReader(root).read(README)?.toString();
  if (before === undefined)
    throw new UserError(`there is no file ${README} in ${root}; restore it with \`git checkout\``);
  const after = withBootstrap(before, loadPlatform(join(root, 'platform.ts')));
  if (after !== before) write(root, [{ kind: 'changed', path: README, before, after }]);
  console.log(after === before ? `${README} is up to date` : `${README} changed; commit it`);
  return EXIT.ok;
}

/**
 * A README with the bootstrap of a platform in its place.
 * @throws UserError when the marks of that place are missing
 */
export function withBootstrap(readme: string, platform: Platform): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new UserError(
      `README.md has no place for the bootstrap: no line "${BEGIN.trim()}" before "${END}"; put both lines back where the commands belong`,
    );
  }
  return readme.slice(0, begin + BEGIN.length) + bootstrapSection(platform) + readme.slice(end);
}

/** The bootstrap as one shell script: a comment and its commands for each component. */
function bootstrapSection(platform: Platform): string {
  const cluster = [
    '# cluster; the variable makes the mounts of its nodes shared, which Cilium needs',
    'K3D_FIX_MOUNTS=1 k3d cluster create --config IT/k3d-cluster.yaml',
  ];
  const steps = bootstrapSteps(buildApp(platform)).map(({ component, commands }) => [`# ${component}`, ...commands]);
  const blocks = [cluster, ...steps].map((lines) => lines.join('\n'));
  return `\n\`\`\`sh\n${blocks.join('\n\n')}\n\`\`\`\n\n`;
}
