import type { Change, ChangeKind } from '../output/change';
import type { TreeFile } from '../output/tree-file';
import { countedChanges } from './change-lines';

/** What a run of synth did: objects and files of each stack, then what happened to the files. */
export function summary(
  files: readonly TreeFile[],
  changes: readonly Change[],
  unchanged: number,
  seconds: number,
): string {
  const stacks = new Map<string, { name: string; objects: number; files: number }>();
  const total = { name: 'total', objects: 0, files: files.length };
  for (const { layer, stack, objects } of files) {
    const counts = stacks.get(`${layer}/${stack}`) ?? { name: stack, objects: 0, files: 0 };
    counts.objects += objects.length;
    counts.files += 1;
    total.objects += objects.length;
    stacks.set(`${layer}/${stack}`, counts);
  }
  const rows = [...stacks.values(), total].map(({ name, objects, files }) => [name, objects, files] as const);
  const done = `${countKinds(countedChanges(changes))}, ${unchanged} unchanged in ${seconds.toFixed(2)} s`;
  return [...table([['stack', 'objects', 'files'], ...rows]), '', done].join('\n');
}

/** What `--force` took back was changed, or removed where it is wanted no more. */
function countKinds(changes: readonly Change[]): string {
  const done: Record<'added' | 'changed' | 'removed', number> = { added: 0, changed: 0, removed: 0 };
  for (const { kind, after } of changes) done[doneTo(kind, after)] += 1;
  return `${done.added} added, ${done.changed} changed, ${done.removed} removed`;
}

function doneTo(kind: ChangeKind, after: string | undefined): 'added' | 'changed' | 'removed' {
  if (kind === 'added') return kind;
  return after === undefined ? 'removed' : 'changed';
}

function table(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const width = (column: number) => Math.max(...rows.map((row) => String(row[column]).length));
  const widths = [width(0), width(1), width(2)] as const;
  return rows.map(([name, objects, files]) =>
    [String(name).padEnd(widths[0]), String(objects).padStart(widths[1]), String(files).padStart(widths[2])].join('  '),
  );
}
