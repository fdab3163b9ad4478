import fc from 'fast-check';
import { formatCpu, formatMemory, parseQuantity } from './quantity';

test.each([
  ['100m', 0.1],
  ['2', 2],
  ['1.5Gi', 1.5 * 2 ** 30],
  ['512k', 512_000],
  ['1e3', 1000],
  ['1E', 1e18],
  ['.5', 0.5],
])('reads %s', (text, value) => expect(parseQuantity(text)).toBeCloseTo(value));

test.each(['1Gb', '500 m', 'm', '', '1e', 'toString', '1.2.3'])('refuses "%s"', (text) =>
  expect(() => parseQuantity(text)).toThrow('is no Kubernetes quantity'),
);

test('rounds up, but not for the noise of a sum', () => {
  expect(formatCpu(0.1 + 0.2)).toBe('300m');
  expect(formatCpu(0.3001)).toBe('301m');
  expect(formatMemory(64 * 2 ** 20 + 1)).toBe('65Mi');
});

test('reads back what it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (n) => {
      expect(parseQuantity(formatCpu(n / 1000))).toBeCloseTo(n / 1000);
      expect(parseQuantity(formatMemory(n * 2 ** 20))).toBe(n * 2 ** 20);
    }),
  );
});
