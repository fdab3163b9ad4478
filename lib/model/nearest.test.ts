import fc from 'fast-check';
import { nearest } from './nearest';

const KEYS = ['clusterName', 'repository', 'dns', 'tls', 'observability', 'nodePools', 'kube-prometheus-stack'];

test.each([
  ['observabilty', 'observability'],
  ['obsrevability', 'observability'],
  ['nodepools', 'nodePools'],
  ['cluster_name', 'clusterName'],
  ['dsn', 'dns'],
  ['ssl', undefined],
  ['x', undefined],
  ['', undefined],
])('reads %p as %p', (word, meant) => {
  expect(nearest(word, KEYS)).toBe(meant);
});

test('a known word is its own nearest', () => {
  for (const key of KEYS) expect(nearest(key, KEYS)).toBe(key);
});

test('one edit in a word leaves it the nearest', () => {
  const edit = fc.record({
    key: fc.constantFrom(...KEYS.filter((key) => key.length > 5)),
    at: fc.nat(4),
    letter: fc.constantFrom(...'qz0'),
  });
  fc.assert(
    fc.property(edit, ({ key, at, letter }) => {
      const dropped = key.slice(0, at) + key.slice(at + 1);
      const replaced = key.slice(0, at) + letter + key.slice(at + 1);
      const inserted = key.slice(0, at) + letter + key.slice(at);
      const swapped = key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2);
      for (const word of [dropped, replaced, inserted, swapped]) expect(nearest(word, KEYS)).toBe(key);
    }),
  );
});

test('what is found does not depend on the order of the known words, as far as one is nearer', () => {
  expect(nearest('stagin', ['stack', 'staging'])).toBe('staging');
  expect(nearest('stagin', ['staging', 'stack'])).toBe('staging');
});
