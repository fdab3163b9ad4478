import fc from 'fast-check';
import { plain } from './colour';
import { lineDiff } from './line-diff';

const numbers = Array.from({ length: 12 }, (_, index) => `${index + 1}\n`);

test('shows what is between the first and the last line that differ, with context', () => {
  const after = numbers.join('').replace('6\n', 'six\n').replace('8\n', '');
  expect(shown({ before: numbers.join(''), after })).toMatchInlineSnapshot(`
"--- a/x.yaml
+++ b/x.yaml
@@ -3,9 +3,8 @@
 3
 4
 5
-6
-7
-8
+six
+7
 9
 10
 11"
`);
});

test('shows a file that is added, and one that is removed, from /dev/null and to it', () => {
  expect(shown({ after: 'a\nb\n' })).toBe('--- /dev/null\n+++ b/x.yaml\n@@ -0,0 +1,2 @@\n+a\n+b');
  expect(shown({ before: 'a\n' })).toBe('--- a/x.yaml\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a');
});

test('colours lines that go and lines that come', () => {
  const lines = lineDiff(
    { kind: 'changed', path: 'x', before: 'a\nb\n', after: 'a\nc\n' },
    (name, text) => `<${name} ${text}>`,
  );
  expect(lines.slice(2)).toEqual(['<cyan @@ -1,2 +1,2 @@>', ' a', '<red -b>', '<green +c>']);
});

test('says the places and the lines so that a patch tool gets from one text to the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''));
  fc.assert(
    fc.property(text, text, (old, wanted) => {
      const [before, after] = [old, wanted].map((lines) => lines.map((line) => `${line}\n`).join(''));
      const [, , header, ...hunk] = lineDiff({ kind: 'changed', path: 'x', before, after }, plain);
      const [, start, count] = (/^@@ -(\d+),(\d+) /.exec(header ?? '') ?? []).map(Number) as [number, number, number];
      const from = count === 0 ? start : start - 1;
      const side = (mark: string) =>
        hunk.filter(([first]) => first === ' ' || first === mark).map((line) => line.slice(1));
      expect(side('-')).toEqual(old.slice(from, from + count));
      expect([...old.slice(0, from), ...side('+'), ...old.slice(from + count)]).toEqual(wanted);
    }),
  );
});

function shown(texts: { readonly before?: string; readonly after?: string }): string {
  return lineDiff({ kind: 'changed', path: 'x.yaml', ...texts }, plain).join('\n');
}
