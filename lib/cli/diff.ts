import { resolve } from 'node:path';
import { losesWork } from '../output/change';
import { diff } from '../output/diff';
import { layout } from '../output/layout';
import { changeLines, countedChanges } from './change-lines';
import { colourFor } from './colour';
import { EXIT, type FlagValues, type Program } from './command';
import { lineDiff } from './line-diff';

/** Renders the platform and prints what synth would change. Nothing is written. */
export async function runDiff(program: Program, flags: FlagValues): Promise<number> {
  const root = typeof flags.out === 'string' ? resolve(flags.out) : program.root;
  const { changes, unchanged } = diff(root, layout(await program.render()));
  if (changes.length === 0) {
    console.log(`no drift: ${unchanged} files are as the code renders them`);
    return EXIT.ok;
  }

  const colour = colourFor(process.stdout);
  const counted = countedChanges(changes);
  console.log(`drift: ${counted.length === 1 ? '1 file differs' : `${counted.length} files differ`} from the code`);
  for (const line of changeLines(counted, colour)) console.log(line);
  if (flags.full === true) {
    for (const change of counted) console.log(`\n${lineDiff(change, colour).join('\n')}`);
    console.log();
  }
  console.log('run `npm run synth`, then commit IT/ and K8s/');
  if (counted.some(losesWork)) console.log('synth takes edited and foreign files back only with --force');
  return EXIT.failed;
}
