import { nearest } from '../model/nearest';
import { isPlain, type Path, type Problem, show } from './problem';
import type { Syntax } from './scalars';
import { type RequiredShape, type Shape, type Usable, wrong } from './shape';

/** A shape for every key of an interface, no more and no less: the compiler compares them. */
export type Fields<T> = {
  readonly [K in keyof T]-?: undefined extends T[K]
    ? Shape<Exclude<T[K], undefined>> & { readonly required?: never }
    : RequiredShape<T[K]>;
};

/** A setting that has no default. `takes` is an example where the shape has many keys. */
export function required<T>(shape: Shape<T>, takes = shape.takes): RequiredShape<T> {
  return { ...shape, takes, required: true };
}

/** A list of things of one shape. */
export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    takes: `a list of ${item.takes}`,
    read(value, path, problems) {
      if (!Array.isArray(value)) return wrong(this, 'is not a list', value, path, problems);
      // Not map: it skips the holes of a list.
      const entries = Array.from(value, (entry, i) => item.read(entry, [...path, i], problems));
      return entries.filter((entry) => entry !== undefined) as unknown as Usable<readonly T[]>;
    },
  };
}

/** An object whose keys are the user's own. */
export function mapOf<T>(key: Syntax, item: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return {
    takes: `an object of ${item.takes} by ${key.takes}`,
    read(value, path, problems) {
      if (!isPlain(value)) return wrong(this, 'is not an object', value, path, problems);
      const entries = Object.entries(value).map(([name, entry]) => {
        const fault = key.fault(name);
        if (fault) problems.push({ path: [...path, name], found: show(name), ...fault });
        const read = entry === undefined ? undefined : item.read(entry, [...path, name], problems);
        return [name, fault ? undefined : read] as const;
      });
      return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined)) as Usable<Record<string, T>>;
    },
  };
}

/** An object with the keys of an interface. */
export function object<T extends object>(fields: Fields<T>): Shape<T> {
  const known = Object.keys(fields);
  return {
    takes: `an object with ${known.join(', ')}`,
    read(value, path, problems) {
      if (!isPlain(value)) return wrong(this, 'is not an object', value, path, problems);
      for (const key of Object.keys(value)) {
        if (!Object.hasOwn(fields, key)) problems.push(unknownKey([...path, key], key, known));
      }
      const entries = Object.entries<Shape<unknown>>(fields).map(([key, shape]) => {
        const entry = value[key];
        if (entry === undefined && 'required' in shape) {
          problems.push({ path: [...path, key], what: 'is missing', found: show(entry), fix: `write ${shape.takes}` });
        }
        return [key, entry === undefined ? undefined : shape.read(entry, [...path, key], problems)] as const;
      });
      return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined)) as Usable<T>;
    },
  };
}

/** A key that nothing reads. `meant` is the known key it probably stands for. */
export function unknownKey(path: Path, key: string, known: readonly string[], meant = nearest(key, known)): Problem {
  const keys = `the keys here are ${known.join(', ')}`;
  const fix = meant === undefined ? keys : `did you mean '${meant}'? ${keys}`;
  return { path, what: 'is an unknown key', found: show(key), fix };
}
