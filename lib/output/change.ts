/**
 * How a file on disk differs from what synth renders:
 * - `added`: synth wants it and it is not there
 * - `changed`: it is what synth wrote last, and no longer what synth wants
 * - `removed`: it is what synth wrote last, and synth wants it no more
 * - `edited`: synth wrote it, somebody changed it since, and it is not what synth wants
 * - `foreign`: synth wants to write there, but the file is not one of its own
 */
export type ChangeKind = 'added' | 'changed' | 'removed' | 'edited' | 'foreign';

export interface Change {
  readonly kind: ChangeKind;
  /** Path relative to the repository. */
  readonly path: string;
  /** What is on disk; absent where there is no file. */
  readonly before?: string;
  /** What synth wants; absent where it wants no file. */
  readonly after?: string;
}

/** Whether a change would lose what synth did not write; it is made with `--force` only. */
export function losesWork({ kind }: Change): boolean {
  return kind === 'edited' || kind === 'foreign';
}
