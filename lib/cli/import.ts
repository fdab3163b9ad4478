import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chartValueKeys } from '../constructs/chart-value-keys';
import { HELM_CHARTS } from '../helm';
import { generateImports } from '../import/generate';
import { parsePins } from '../import/pins';
import { valueKeys, valueKeysText } from '../import/value-keys';
import { UserError } from '../model/user-error';
import { type Change, type ChangeKind, losesWork } from '../output/change';
import { write } from '../output/write';
import { changeLines } from './change-lines';
import { chartValues } from './chart-values';
import { EXIT, type FlagValues, type Program } from './command';
import { importChanges } from './import-changes';
import { pinnedSources } from './pinned-sources';

const PINS = 'cdk8s.yaml';

/** Beside the project, where they are there. */
const MIRROR = '../shared/crds';
const CHARTS = '../shared/charts';

/**
 * Makes `imports/` from the CRDs that `cdk8s.yaml` pins, and the keys of Helm values from a mirror of the pinned charts:
 * all in memory, then what changed is written. Flags: `--mirror <directory>` reads the CRDs from there instead of
 * downloading them; `--charts <directory>` is the mirror of the charts, without which their keys stay as they are;
 * `--check` writes nothing and fails where `imports/` is not what would be written.
 */
export async function runImport({ root }: Pick<Program, 'root'>, flags: FlagValues): Promise<number> {
  const path = join(root, PINS);
  if (!existsSync(path)) throw new UserError(`there is no ${PINS} in ${root}; run the command in the project`);
  const sources = await pinnedSources(parsePins(readFileSync(path, 'utf8')), directory(root, flags.mirror, MIRROR));
  const files = new Map([...generateImports(sources), ...valueKeysFile(directory(root, flags.charts, CHARTS))]);
  const changes = importChanges(root, files);

  const foreign = changes.filter(losesWork);
  if (foreign.length > 0) {
    const problem = 'import would overwrite files that it did not write; move them away';
    throw new UserError([problem, ...changeLines(foreign)].join('\n'));
  }
  if (flags.check !== undefined) return check(changes, files.size);
  write(root, changes);
  console.log(summary(changes, files.size));
  return EXIT.ok;
}

function check(changes: readonly Change[], total: number): number {
  if (changes.length === 0) {
    console.log(`no drift: ${total} files are what the pinned CRDs give`);
    return EXIT.ok;
  }
  const lines = ['drift: imports/ is not what the pinned CRDs give', ...changeLines(changes)];
  console.log([...lines, 'run `npm run import`, then commit imports/'].join('\n'));
  return EXIT.failed;
}

function summary(changes: readonly Change[], total: number): string {
  const count = (kind: ChangeKind) => changes.filter((change) => change.kind === kind).length;
  const [added, changed, removed] = [count('added'), count('changed'), count('removed')];
  return `${added} added, ${changed} changed, ${removed} removed, ${total - added - changed} unchanged`;
}

/** The keys of all charts that the platform uses; nothing where there is no mirror. A chart that it lacks keeps its keys. */
function valueKeysFile(mirror: string | undefined): [string, string][] {
  if (mirror === undefined) return [];
  const entries = HELM_CHARTS.map(({ name, version }) => {
    const values = chartValues(mirror, name, version);
    const keys = values === undefined ? chartValueKeys(name, version) : valueKeys(values);
    if (keys !== undefined) return [`${name}@${version}`, keys] as const;
    const file = join(mirror, `${name}-${version}`, 'values.yaml');
    throw new UserError(
      `nothing is known of the values of the Helm chart ${name} ${version}; write what \`helm show values\` prints to ${file}`,
    );
  });
  return [['value-keys.json', valueKeysText(Object.fromEntries(entries))]];
}

function directory(root: string, flag: FlagValues[string] | undefined, standard: string): string | undefined {
  if (typeof flag === 'string') return resolve(flag);
  const beside = join(root, standard);
  return existsSync(beside) ? beside : undefined;
}
