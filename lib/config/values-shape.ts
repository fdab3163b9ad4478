import { COMPONENTS } from '../model/components';
import type { Settings } from '../model/settings';
import { nearest } from './nearest';
import { unknownKey } from './objects';
import { isPlain, type Path, type Problem, show } from './problem';
import { type Shape, wrong } from './shape';

/** Every name that a component goes by, with its id. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(COMPONENTS).flatMap(([id, { installs }]) => [id, ...installs].map((name) => [name, id] as const)),
);

/** Overrides of chart values, by component: plain data that can be written as YAML. */
export const valuesShape: Shape<NonNullable<Settings['values']>> = {
  takes: 'an object of chart values by component, such as { loki: { … } }',
  read(value, path, problems) {
    if (!isPlain(value)) return wrong(this, 'is not an object', value, path, problems);
    const entries = Object.entries(value).map(([id, values]) => {
      const at = [...path, id];
      if (Object.hasOwn(COMPONENTS, id)) return [id, readValues(values, at, problems)] as const;
      const near = nearest(id, [...NAMES.keys()]);
      problems.push(unknownKey(at, id, Object.keys(COMPONENTS), near && NAMES.get(near)));
      return [id, undefined] as const;
    });
    return Object.fromEntries(entries.filter(([, values]) => values !== undefined)) as NonNullable<Settings['values']>;
  },
};

function readValues(value: unknown, path: Path, problems: Problem[]): object | undefined {
  if (value === undefined) return undefined;
  if (!isPlain(value)) {
    problems.push({ path, what: 'is not an object', found: show(value), fix: 'write the values of its Helm chart' });
    return undefined;
  }
  checkData(value, path, [], problems);
  return value;
}

/** Finds what YAML cannot hold. `above` are the objects that `value` lies in. */
function checkData(value: unknown, path: Path, above: readonly unknown[], problems: Problem[]): void {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return;
  if (Number.isFinite(value)) return;
  if (above.includes(value)) {
    problems.push({ path, what: 'contains itself', found: show(value), fix: 'write plain data, as in a values.yaml' });
  } else if (Array.isArray(value)) {
    value.forEach((entry, i) => {
      checkData(entry, [...path, i], [...above, value], problems);
    });
  } else if (isPlain(value)) {
    for (const [key, entry] of Object.entries(value)) checkData(entry, [...path, key], [...above, value], problems);
  } else {
    const fix = 'write a string, a number, true, false, null, a list or an object';
    problems.push({ path, what: 'cannot be written as YAML', found: show(value), fix });
  }
}
