import type { Change } from '../output/change';
import type { Colour } from './colour';

/** Lines of context around what differs. */
const CONTEXT = 3;

/**
 * A change as a unified diff with one hunk: from the first line that differs to the last one. Enough to see what is
 * about to happen; what is between two edits of one file is shown as if it had changed.
 */
export function lineDiff({ path, before, after }: Change, colour: Colour): readonly string[] {
  const old = lines(before);
  const wanted = lines(after);
  const shorter = Math.min(old.length, wanted.length);
  let start = 0;
  while (start < shorter && old[start] === wanted[start]) start++;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === wanted.at(-1 - end)) end++;

  const from = Math.max(0, start - CONTEXT);
  const oldEnd = Math.min(old.length, old.length - end + CONTEXT);
  const wantedEnd = Math.min(wanted.length, wanted.length - end + CONTEXT);
  return [
    `--- ${before === undefined ? '/dev/null' : `a/${path}`}`,
    `+++ ${after === undefined ? '/dev/null' : `b/${path}`}`,
    colour('cyan', `@@ -${range(from, oldEnd)} +${range(from, wantedEnd)} @@`),
    ...old.slice(from, start).map((line) => ` ${line}`),
    ...old.slice(start, old.length - end).map((line) => colour('red', `-${line}`)),
    ...wanted.slice(start, wanted.length - end).map((line) => colour('green', `+${line}`)),
    ...old.slice(old.length - end, oldEnd).map((line) => ` ${line}`),
  ];
}

/** The lines of a text; what synth writes ends with a newline, what a hand left may not. */
function lines(text: string | undefined): readonly string[] {
  if (text === undefined || text === '') return [];
  return text.replace(/\n$/, '').split('\n');
}

function range(from: number, end: number): string {
  return `${end === from ? from : from + 1},${end - from}`;
}
