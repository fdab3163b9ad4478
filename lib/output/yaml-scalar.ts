/**
 * A string that every reader takes for a string without quotes, under YAML 1.1 and 1.2: it begins like a word, a path or
 * a command line flag, stays in printable ASCII, and holds nothing that ends a plain scalar (`: `, ` #`, a blank at the end).
 */
const PLAIN = /^(?:[A-Za-z/]|--?[A-Za-z])(?:[!-9;-~]|:(?=[!-~])| (?=[!"$-9;-~]))*$/;

/** Quantities and durations: a unit follows the digits, so no reader takes them for a number, a date or base 60. */
const MEASURE = /^(?:[0-9]+(?:\.[0-9]+)?[KMGT]i|(?:[0-9]+(?:ms|[smhd]))+)$/;

/** Words that begin like any other, but that some reader takes for a boolean, null or a number. */
const RESERVED = /^-{0,2}(?:y|n|yes|no|on|off|true|false|null|nil|nan|inf|infinity)$/i;

/**
 * Characters that stand for themselves. Escaped are controls, line breaks of YAML 1.1 (NEL, LS, PS), the byte order mark,
 * non-characters, and what a reviewer would not see: other blanks, zero width and direction marks. The ranges are spelled
 * out, because Unicode classes change with the Node version.
 */
const PRINTABLE = String.raw` -~\xa1-\xac\xae-\u061b\u061d-\u180d\u180f-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ufefe\uff00-\ufff8`;
const ESCAPED = new RegExp(`["\\\\]|[^${PRINTABLE}]`, 'g');
const UNFIT_FOR_BLOCK = new RegExp(`[^\\t\\n${PRINTABLE}]`);

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\0': '\\0',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** A string on one line: plain where that is provably safe, in double quotes else. */
export function yamlString(text: string): string {
  if ((PLAIN.test(text) && !RESERVED.test(text)) || MEASURE.test(text)) return text;
  return `"${text.replace(ESCAPED, escapeCharacter)}"`;
}

/** A string as the value of a key or the item of a list: lines of text become a block scalar where that loses nothing. */
export function yamlText(text: string, indent: string): string {
  return text.includes('\n') && fitsBlock(text) ? block(text, indent) : yamlString(text);
}

/**
 * A finite number. What JavaScript writes as `1e+21` gets the dot without which YAML 1.1 reads a string;
 * an integer beyond 2^53 is written with all its digits.
 */
export function yamlNumber(value: number): string {
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '-0.0' : String(value);
  const digits = String(value);
  const exponent = digits.indexOf('e');
  if (exponent < 0) return Number.isInteger(value) ? BigInt(value).toString() : digits;
  return digits.includes('.') ? digits : `${digits.slice(0, exponent)}.0${digits.slice(exponent)}`;
}

function escapeCharacter(character: string): string {
  return SHORT_ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Readers disagree on blanks before the first line and after the last one. */
function fitsBlock(text: string): boolean {
  return !/^\s/.test(text) && !/[ \t]\n*$/.test(text) && !UNFIT_FOR_BLOCK.test(text);
}

function block(text: string, indent: string): string {
  const chomping = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const lines = text.endsWith('\n') ? text.slice(0, -1) : text;
  return `|${chomping}\n${indent}${lines.replace(/\n(?!\n|$)/g, `\n${indent}`)}`;
}
