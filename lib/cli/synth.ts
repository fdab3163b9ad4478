import { resolve } from 'node:path';
import { UserError } from '../model/user-error';
import { type Change, losesWork } from '../output/change';
import { diff } from '../output/diff';
import { layout } from '../output/layout';
import { write } from '../output/write';
import { changeLines } from './change-lines';
import { EXIT, type FlagValues, type Program } from './command';
import { summary } from './summary';

/** Renders the platform, writes what changed, and prints what that was. */
export async function runSynth(program: Program, flags: FlagValues): Promise<number> {
  const root = typeof flags.out === 'string' ? resolve(flags.out) : program.root;
  const files = layout(await program.render());
  const { changes, unchanged } = diff(root, files);

  const losses = changes.filter(losesWork);
  if (losses.length > 0 && flags.force !== true) throw new UserError(refusal(losses));
  write(root, changes);
  console.log(summary(files, changes, unchanged, performance.now() / 1000));
  return EXIT.ok;
}

function refusal(losses: readonly Change[]): string {
  return [
    'synth wrote nothing, or these files would lose what it did not write:',
    ...changeLines(losses),
    'make the edit in platform.ts or lib/ instead, or take the files back with `npm run synth -- --force`',
  ].join('\n');
}
