import { COMPONENTS } from '../model/components';
import type { Settings } from '../model/settings';
import { unknownKey } from './objects';
import { isPlain, type Path, type Problem, show } from './problem';
import { type Shape, wrong } from './shape';

const IDS = Object.keys(COMPONENTS);

/** Overrides of chart values, by component: plain data that can be written as YAML. */
export const valuesShape: Shape<NonNullable<Settings['values']>> = {
  takes: 'an object of chart values by component, such as { loki: { … } }',
  read(value, path, problems) {
    if (!isPlain(value)) return wrong(this, 'is not an object', value, path, problems);
    const entries = Object.entries(value).map(([id, values]) => {
      const at = [...path, id];
      if (Object.hasOwn(COMPONENTS, id)) return [id, readValues(values, at, problems)] as const;
      problems.push(unknownComponent(at, id));
      return [id, undefined] as const;
    });
    return Object.fromEntries(entries.filter(([, values]) => values !== undefined)) as NonNullable<Settings['values']>;
  },
};

function unknownComponent(path: Path, id: string): Problem {
  const problem = unknownKey(path, id, IDS);
  const installing = IDS.find((candidate) => COMPONENTS[candidate]?.installs.includes(id));
  if (installing === undefined) return problem;
  return {
    ...problem,
    what: 'is no component',
    fix: `the component '${installing}' installs it; write its values there`,
  };
}

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
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return;
  const children = childrenOf(value);
  if (children === undefined) {
    const fix = 'write a string, a number, true, false, null, a list or an object';
    problems.push({ path, what: 'cannot be written as YAML', found: show(value), fix });
  } else if (above.includes(value)) {
    problems.push({ path, what: 'contains itself', found: show(value), fix: 'write plain data, as in a values.yaml' });
  } else {
    for (const [step, child] of children) checkData(child, [...path, step], [...above, value], problems);
  }
}

/** A key that is `undefined` counts as left out; in a list, nothing can be left out. */
function childrenOf(value: unknown): Iterable<readonly [string | number, unknown]> | undefined {
  if (Array.isArray(value)) return value.entries();
  return isPlain(value) ? Object.entries(value).filter(([, child]) => child !== undefined) : undefined;
}
