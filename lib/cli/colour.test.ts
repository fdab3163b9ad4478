import { colourFor } from './colour';

const { NO_COLOR } = process.env;

afterEach(() => {
  if (NO_COLOR === undefined) delete process.env.NO_COLOR;
  else process.env.NO_COLOR = NO_COLOR;
});

test('colours on a terminal only', () => {
  delete process.env.NO_COLOR;
  expect(colourFor({ isTTY: true })('red', 'a')).toBe('\u001b[31ma\u001b[39m');
  expect(colourFor({})('red', 'a')).toBe('a');
});

test('colours nothing for those who say so', () => {
  process.env.NO_COLOR = '1';
  expect(colourFor({ isTTY: true })('red', 'a')).toBe('a');
});
