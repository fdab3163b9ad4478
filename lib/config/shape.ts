import { type Path, type Problem, show } from './problem';

/** What a setting may be. */
export interface Shape<T> {
  /** What to write, as the rest of a sentence: `an object`, `"demo", "staging" or "prod"`. */
  readonly takes: string;
  /** The value without its broken parts, each of which is added to `problems`; `undefined` where nothing of it is left. */
  read(value: unknown, path: Path, problems: Problem[]): Usable<T> | undefined;
}

/** A setting that has no default. */
export interface RequiredShape<T> extends Shape<T> {
  readonly required: true;
}

/** Settings from which broken parts may be gone. */
export type Usable<T> = T extends object
  ? T extends readonly unknown[]
    ? T
    : string extends keyof T
      ? T
      : { readonly [K in keyof T]?: Usable<T[K]> }
  : T;

/** Adds the problem of a value that has not even the right type. */
export function wrong(
  shape: { takes: string },
  what: string,
  value: unknown,
  path: Path,
  problems: Problem[],
): undefined {
  problems.push({ path, what, found: show(value), fix: `write ${shape.takes}` });
}
