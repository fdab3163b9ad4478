import type { Command, Flag } from './command';

const OUT: Flag = { name: 'out', value: 'directory', summary: 'directory of the trees (default: the project)' };

/** The commands, in the order of the help. Each requires its own code when it runs, so that help and errors are instant. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'synth',
    summary: 'render platform.ts into IT/ and K8s/: write what changed, remove what is no longer rendered',
    flags: [{ name: 'force', summary: 'take back files that were edited by hand or are not of synth' }, OUT],
    async run(program, flags) {
      const { runSynth }: typeof import('./synth') = require('./synth');
      return runSynth(program, flags);
    },
  },
  {
    name: 'diff',
    summary: 'print what synth would change; exit 1 when there is something',
    flags: [{ name: 'full', summary: 'print the lines that differ, too' }, OUT],
    async run(program, flags) {
      const { runDiff }: typeof import('./diff') = require('./diff');
      return runDiff(program, flags);
    },
  },
  {
    name: 'import',
    summary: 'make imports/ again from the CRDs that cdk8s.yaml pins',
    flags: [
      { name: 'mirror', value: 'directory', summary: 'read the CRDs from there instead of downloading them' },
      { name: 'charts', value: 'directory', summary: 'mirror of the Helm charts, for the keys of their values' },
      { name: 'check', summary: 'write nothing; exit 1 when imports/ is not what would be written' },
    ],
    async run(program, flags) {
      const { runImport }: typeof import('./import') = require('./import');
      return runImport(program, flags);
    },
  },
  {
    name: 'docs',
    summary: 'make the generated sections of README.md again',
    flags: [],
    async run(program) {
      const { runDocs }: typeof import('./docs') = require('./docs');
      return runDocs(program);
    },
  },
];
