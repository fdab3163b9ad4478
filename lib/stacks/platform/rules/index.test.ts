import { isValidation } from '../../../constructs/policy-rule';
import { POLICIES } from '.';

test.each(POLICIES)('$name gives a reason for each exclusion', ({ exclusions = [] }) => {
  for (const { reason } of exclusions) expect(reason).toMatch(/\w+ \w+/);
});

test.each(POLICIES)('$name says why it exists, and what to do where it refuses', ({ because, rules }) => {
  expect(because).toMatch(/\.$/);
  for (const rule of rules.filter(isValidation)) expect(rule.message).toMatch(/needs/);
});

test.each(POLICIES)('$name names its rules once, short enough for those that Kyverno derives', ({ rules }) => {
  const names = rules.map(({ name }) => `autogen-cronjob-${name}`);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(63);
});

test('no two policies have one name', () => {
  expect(new Set(POLICIES.map(({ name }) => name)).size).toBe(POLICIES.length);
});

test('every policy but the one about namespaces spares what keeps the cluster alive', () => {
  for (const { exclusions = [], name } of POLICIES.slice(1)) {
    expect([name, exclusions.flatMap(({ namespaces = [] }) => namespaces)]).toEqual([
      name,
      expect.arrayContaining(['kube-system', 'kube-public', 'kube-node-lease']),
    ]);
  }
});
