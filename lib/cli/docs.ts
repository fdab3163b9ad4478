import { readFileSync, writeFileSync } from 'node:fs';
import { buildApp } from '../app';
import { bootstrapSteps } from '../bootstrap';
import type { Platform } from '../model/platform';
import { UserError } from '../model/user-error';

const BEGIN = '<!-- bootstrap: made by `npm run docs`; change lib/stacks/it instead -->\n';
const END = '<!-- /bootstrap -->';

/** Makes the generated section of the README again. */
export function writeDocs(platform: Platform, readme = 'README.md'): void {
  writeFileSync(readme, withBootstrap(readFileSync(readme, 'utf8'), platform));
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
