import type { RenderedDirectory } from '../model/rendered';

/** What the commands work on: the project, and how its code is rendered. Tests put a tiny one in its place. */
export interface Program {
  /** Directory of the project: it holds `platform.ts`, and `IT/` and `K8s/` unless `--out` says otherwise. */
  readonly root: string;
  render(): Promise<readonly RenderedDirectory[]>;
}

/** A command of the CLI. Its file in this folder does the work and is loaded only when the command runs. */
export interface Command {
  readonly name: string;
  /** What it does, in half a line. */
  readonly summary: string;
  readonly flags: readonly Flag[];
  /** @returns the exit code */
  run(program: Program, flags: FlagValues): Promise<number>;
}

export interface Flag {
  readonly name: string;
  /** What it does, in half a line. */
  readonly summary: string;
  /** What its value is; a flag without takes none. @default - no value */
  readonly value?: string;
}

/** The flag that every command takes. */
export const HELP: Flag = { name: 'help', summary: 'print this help' };

/** The flags given on the command line: `true`, or the value of a flag that takes one. */
export type FlagValues = Readonly<Record<string, string | true>>;

/** What a process says when it ends. */
export const EXIT = {
  ok: 0,
  /** The trees differ from the code (`diff`), or the user has to mend something. */
  failed: 1,
  usage: 2,
  /** EX_SOFTWARE of sysexits.h: a bug of ours. */
  bug: 70,
} as const;
