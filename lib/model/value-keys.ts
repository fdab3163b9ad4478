/** The values that a Helm chart knows, as a tree of their keys; null where it takes whatever it gets. */
export interface ValueKeys {
  readonly [key: string]: ValueKeys | null;
}

/** A value that a chart would ignore without a word. */
export interface UnknownValue {
  /** Path of the key that the chart does not know. */
  readonly path: readonly string[];
  /** The keys it knows there. */
  readonly known: readonly string[];
}

/** The values of a release that its chart does not know, in the order in which they stand. */
export function unknownValues(values: Readonly<Record<string, unknown>>, keys: ValueKeys): UnknownValue[] {
  return below(values, keys, []);
}

function below(values: Readonly<Record<string, unknown>>, keys: ValueKeys, path: readonly string[]): UnknownValue[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const here = [...path, key];
    const deeper = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (deeper === undefined) return [{ path: here, known: Object.keys(keys) }];
    return deeper !== null && isMap(value) ? below(value, deeper, here) : [];
  });
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
