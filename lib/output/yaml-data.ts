export type YamlMap = Readonly<Record<string, unknown>>;

/** Whether a value is a plain object, of this realm or another one, and so a YAML map. */
export function isMap(value: unknown): value is YamlMap {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether nothing of a map is written. */
export function isEmpty(map: YamlMap): boolean {
  for (const key in map) if (map[key] !== undefined) return false;
  return true;
}

/** Whether a string can be written as UTF-8: half a surrogate pair cannot. */
export function isUnicode(text: string): boolean {
  return !/[\ud800-\udfff]/.test(text) || !/\p{Surrogate}/u.test(text);
}

/** Everything in a value that is no JSON data, one line each: `spec.ports[0].port is NaN; use a finite number`. */
export function notData(value: unknown, deepest: number): readonly string[] {
  return [...problems(value, '', deepest)];
}

function* problems(value: unknown, path: string, deeper: number): Iterable<string> {
  if (Array.isArray(value) || isMap(value)) {
    if (deeper === 0) {
      yield `${abridged(path)} is nested too deeply: it may contain itself; write plain data`;
      return;
    }
    // Array.from: a hole in a list is an undefined item.
    if (Array.isArray(value)) {
      for (const [index, item] of Array.from(value).entries()) yield* problems(item, `${path}[${index}]`, deeper - 1);
    } else yield* problemsOfMap(value, path, deeper);
    return;
  }
  const problem = problemOf(value);
  if (problem !== undefined) yield `${path === '' ? 'the value' : path} ${problem}`;
}

function* problemsOfMap(map: YamlMap, path: string, deeper: number): Iterable<string> {
  for (const key of Object.keys(map).sort()) {
    const at = /^[\w-]+$/.test(key) ? `${path}${path === '' ? '' : '.'}${key}` : `${path}[${JSON.stringify(key)}]`;
    if (!isUnicode(key)) yield `${at} is a key with half a surrogate pair; use Unicode text`;
    if (map[key] !== undefined) yield* problems(map[key], at, deeper - 1);
  }
}

function problemOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'boolean':
      return undefined;
    case 'string':
      return isUnicode(value) ? undefined : 'is text with half a surrogate pair; use Unicode text';
    case 'number':
      return Number.isFinite(value) ? undefined : `is ${value}; use a finite number`;
    case 'undefined':
      return 'is undefined; leave the item out';
    case 'object':
      return value === null ? undefined : `is a ${value.constructor.name}; use a string, a plain object or a list`;
    default:
      return `is a ${typeof value}; use a string, a number, a boolean, a list or a plain object`;
  }
}

function abridged(path: string): string {
  return path.length > 80 ? `${path.slice(0, 80)}…` : path;
}
