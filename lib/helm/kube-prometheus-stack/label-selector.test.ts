import { type LabelSelector, matchesLabels } from './label-selector';

const LABELS = { app: 'vault', team: 'a' };

const expression = (key: string, operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist', values?: string[]) => ({
  matchExpressions: [{ key, operator, ...(values === undefined ? {} : { values }) }],
});

test.each<[boolean, string, LabelSelector]>([
  [true, 'an empty selector', {}],
  [true, 'equal labels', { matchLabels: LABELS }],
  [false, 'a label of another value', { matchLabels: { app: 'loki' } }],
  [true, 'In, with the value', expression('app', 'In', ['vault'])],
  [false, 'In, without the label', expression('tier', 'In', ['x'])],
  [true, 'NotIn, without the label', expression('tier', 'NotIn', ['x'])],
  [false, 'NotIn, with the value', expression('team', 'NotIn', ['a'])],
  [true, 'Exists', expression('app', 'Exists')],
  [false, 'DoesNotExist, with the label', expression('app', 'DoesNotExist')],
  [false, 'labels that fit and an expression that does not', { matchLabels: LABELS, ...expression('x', 'Exists') }],
])('gives %s for %s', (fits, _, selector) => {
  expect(matchesLabels(selector, LABELS)).toBe(fits);
});
