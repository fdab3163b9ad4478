import type { MutationRule } from '../../../constructs/policy-rule';
import { propagateBusinessLabels } from './propagate-business-labels';

const rules = propagateBusinessLabels.rules as readonly MutationRule[];

test('covers every kind that makes pods, and pods themselves', () => {
  expect(rules.flatMap(({ kinds }) => kinds).sort()).toEqual([
    'CronJob',
    'DaemonSet',
    'Deployment',
    'Job',
    'Pod',
    'StatefulSet',
  ]);
});

test('never overwrites a label', () => {
  const labels =
    JSON.stringify(rules.map(({ merge }) => merge)).match(/"[^"]*(owner|business-unit|environment)\)?":/g) ?? [];
  expect(labels.length).toBeGreaterThan(0);
  for (const label of labels) expect(label).toMatch(/^"\+\(/);
});

test('leaves the template of a Job alone once it exists', () => {
  expect(rules.find(({ kinds }) => kinds.includes('Job'))?.operations).toEqual(['CREATE']);
});

test('adds nothing where the namespace has no labels', () => {
  for (const { onlyIf = [] } of rules) {
    expect(onlyIf.map(({ key }) => key)).toEqual([
      `{{ namespaceLabels."owner" || '' }}`,
      `{{ namespaceLabels."business-unit" || '' }}`,
      `{{ namespaceLabels."environment" || '' }}`,
    ]);
  }
});
