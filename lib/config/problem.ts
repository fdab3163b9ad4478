import { secretShape } from './secret-shapes';

/** Where in the settings: keys, and positions in lists. */
export type Path = readonly (string | number)[];

/** One thing in the settings to mend: `<path> <what>: <found>; <fix>`. */
export interface Problem {
  readonly path: Path;
  /** What is wrong, as the rest of a sentence that begins with the path: `is not a string`. */
  readonly what: string;
  /** What was found there. Never a secret: go through {@link show}. */
  readonly found: string;
  /** What to write instead. */
  readonly fix: string;
}

/** All problems as one message, sorted by path. */
export function report(problems: readonly Problem[]): string {
  const lines = [...problems].sort(byPath).map(({ path, what, found, fix }) => {
    const where = path.length > 0 ? `platform.ts:${formatPath(path)}` : 'platform.ts';
    return `  ${where} ${what}: ${found}; ${fix}`;
  });
  return [`platform.ts has ${lines.length} ${lines.length === 1 ? 'problem' : 'problems'}:`, ...lines].join('\n');
}

/** A path as one would write it in code: `nodePools.infra.labels["example.com/disk"]`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    if (!/^[A-Za-z_]\w*$/.test(step) || secretShape(step)) return `${text}[${show(step)}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** A value as messages name it: strings in double quotes and cut when long, what looks like a secret not at all. */
export function show(value: unknown): string {
  if (typeof value === 'string') return showText(value);
  if (value === undefined) return 'nothing';
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return isPlain(value) ? 'an object' : `a ${value.constructor.name}`;
  return typeof value === 'bigint' ? `${value}n` : String(value);
}

/** Whether `value` is an object literal, and no list, class instance or `null`. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function showText(text: string): string {
  if (secretShape(text)) return '(not shown)';
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

function byPath(a: Problem, b: Problem): number {
  const common = a.path.findIndex((step, i) => step !== b.path[i]);
  const [left, right] = common < 0 ? [undefined, b.path[a.path.length]] : [a.path[common], b.path[common]];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return compare(String(left ?? ''), String(right ?? '')) || compare(a.what, b.what);
}

/** By code units: the same order on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
