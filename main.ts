import { join } from 'node:path';
import type { Program } from './lib/cli/command';
import { run } from './lib/cli/run';

/**
 * This project. The scripts of package.json load cdk8s-plus-30 before they load tsx, which would otherwise work through
 * the source maps of that library for a fifth of a second.
 */
const program: Program = {
  root: __dirname,
  async render() {
    const { loadPlatform }: typeof import('./lib/config/load-platform') = require('./lib/config/load-platform');
    const { buildApp }: typeof import('./lib/app') = require('./lib/app');
    const { synth }: typeof import('./lib/synth') = require('./lib/synth');
    return synth(buildApp(loadPlatform(join(__dirname, 'platform.ts'))));
  },
};

// `npx cdk8s synth` runs this file without arguments and says where it wants the manifests.
const { CDK8S_OUTDIR } = process.env;
const given = process.argv.slice(2);
const args = given.length === 0 && CDK8S_OUTDIR ? ['synth', '--out', CDK8S_OUTDIR] : given;

void run(args, program).then((code) => {
  process.exitCode = code;
});
