import { manifestsOf, testComponent } from '../testing';
import { PRIORITY_CLASSES, PriorityClasses } from './priority-classes';

function classes() {
  const component = testComponent();
  new PriorityClasses(component, 'classes');
  return Object.values(manifestsOf(component)) as unknown as {
    metadata: { name: string };
    value: number;
    globalDefault: boolean;
  }[];
}

test('makes every class that a pod can name, each with a priority of its own, the highest first', () => {
  const values = classes().map(({ value }) => value);
  expect(classes().map(({ metadata }) => metadata.name)).toEqual(PRIORITY_CLASSES);
  expect(values).toEqual([...new Set(values)].sort((a, b) => b - a));
});

test('stays below what Kubernetes keeps for the system', () => {
  expect(Math.max(...classes().map(({ value }) => value))).toBeLessThanOrEqual(1_000_000_000);
});

test('has one default, the lowest, for pods that name none', () => {
  const defaults = classes().filter(({ globalDefault }) => globalDefault);
  expect(defaults).toEqual([classes().at(-1)]);
});
