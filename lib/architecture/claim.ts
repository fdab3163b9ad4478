import { isDeepStrictEqual } from 'node:util';
import type { World } from './world';

/**
 * One piece of evidence that the platform has what a diagram draws: an object, a field of it, and what the field says.
 * A field is a path such as `spec.listeners[name=https].tls["some.key"][0]`; a regular expression is matched against
 * the text of the value, `undefined` takes any value but needs one.
 */
export type Claim = readonly [object: string, field: string, is?: unknown];

/** Whether a claim is true of a world. */
export function holds([object, field, is]: Claim, world: World): boolean {
  const found = at(world.get(object), field);
  if (found === undefined) return false;
  if (is === undefined) return true;
  if (is instanceof RegExp) return is.test(typeof found === 'string' ? found : JSON.stringify(found));
  return isDeepStrictEqual(found, is);
}

/** What stands at a path; undefined where there is nothing. */
export function at(value: unknown, path: string): unknown {
  const steps = path.match(/"[^"]+"|[^.[\]]+=[^\]]+|[^.[\]"]+/g) ?? [];
  return steps.reduce<unknown>((below, step) => child(below, step), value);
}

function child(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const key = step.startsWith('"') ? step.slice(1, -1) : step;
  if (Array.isArray(value) && key.includes('=')) {
    const [field = ''] = key.split('=', 1);
    return value.find((item) => String((item as Record<string, unknown>)[field]) === key.slice(field.length + 1));
  }
  return (value as Record<string, unknown>)[key];
}
