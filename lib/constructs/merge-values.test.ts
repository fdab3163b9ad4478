import { mergeValues } from './merge-values';

test('merges maps, replaces everything else, and leaves the base as it was', () => {
  const base = { a: { x: 1, y: [1, 2] }, b: 'b', c: null };
  expect(mergeValues(base, { a: { y: [3] }, b: { z: 1 }, c: undefined, d: null })).toEqual({
    a: { x: 1, y: [3] },
    b: { z: 1 },
    c: null,
    d: null,
  });
  expect(base).toEqual({ a: { x: 1, y: [1, 2] }, b: 'b', c: null });
});
