import { show } from './problem';
import { type Shape, type Usable, wrong } from './shape';

/** The syntax of a string. */
export interface Syntax {
  /** What to write: `an IPv4 address such as "192.168.1.10"`. */
  readonly takes: string;
  /** What is wrong with `text`, if anything. */
  fault(text: string): Fault | undefined;
}

/** What is wrong with a text, as a problem says it. */
export interface Fault {
  readonly what: string;
  readonly fix: string;
  /** @default - the text itself */
  readonly found?: string;
}

/** A string of some syntax. */
export function text(syntax: Syntax): Shape<string> {
  return {
    takes: syntax.takes,
    read(value, path, problems) {
      if (typeof value !== 'string') return wrong(this, 'is not a string', value, path, problems);
      const fault = syntax.fault(value);
      if (fault === undefined) return value;
      problems.push({ path, found: show(value), ...fault });
      return undefined;
    },
  };
}

/** One of some strings, given as the keys of a record so that the compiler asks for all of them. */
export function oneOf<T extends string>(values: Readonly<Record<T, unknown>>): Shape<T> {
  const known = Object.keys(values);
  const takes = known
    .map((value) => `"${value}"`)
    .reduce((list, value, i) => `${list}${i < known.length - 1 ? ', ' : ' or '}${value}`);
  return {
    takes,
    read(value, path, problems) {
      if (typeof value === 'string' && known.includes(value)) return value as Usable<T>;
      return wrong(this, 'is not among the values allowed', value, path, problems);
    },
  };
}

/** On or off. */
export const flag: Shape<boolean> = {
  takes: 'true or false, without quotes',
  read(value, path, problems) {
    return typeof value === 'boolean' ? value : wrong(this, 'is neither true nor false', value, path, problems);
  },
};

/** A count. */
export function wholeNumber(least: number): Shape<number> {
  return {
    takes: `a whole number of at least ${least}, without quotes`,
    read(value, path, problems) {
      if (Number.isSafeInteger(value) && (value as number) >= least) return value as number;
      return wrong(this, `is not a whole number of at least ${least}`, value, path, problems);
    },
  };
}
