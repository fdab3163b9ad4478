/** The values that a Helm chart knows, as a tree of their keys; null where it takes whatever it gets. */
export interface ValueKeys {
  readonly [key: string]: ValueKeys | null;
}

/**
 * A value that does not fit its chart:
 * - `unknown`: no template reads it, and Helm ignores it without a word
 * - `flat`: templates read what is below it, and it is not an object; `null` is legal, it takes a default away
 */
export interface UnfitValue {
  readonly what: 'unknown' | 'flat';
  readonly path: readonly string[];
  /** The keys that the chart knows in its place: beside an unknown one, below a flat one. */
  readonly known: readonly string[];
}

/** The values of a release that do not fit its chart, in the order in which they stand. */
export function unfitValues(values: Readonly<Record<string, unknown>>, keys: ValueKeys): UnfitValue[] {
  return below(values, keys, []);
}

function below(values: Readonly<Record<string, unknown>>, keys: ValueKeys, path: readonly string[]): UnfitValue[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const here = [...path, key];
    const deeper = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (deeper === undefined) return [{ what: 'unknown', path: here, known: Object.keys(keys) }];
    if (deeper === null || value === null || value === undefined) return [];
    return isMap(value) ? below(value, deeper, here) : [{ what: 'flat', path: here, known: Object.keys(deeper) }];
  });
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
