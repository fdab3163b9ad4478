import fc from 'fast-check';
import { CORE_SCHEMA, JSON_SCHEMA, load, mergeTag, YAML11_SCHEMA } from 'js-yaml';
import { toYaml } from './yaml';

/** kubectl and Argo CD read YAML 1.1 with merge keys; newer readers the core schema of YAML 1.2. */
const READERS = { '1.1': YAML11_SCHEMA, '1.2': CORE_SCHEMA, json: JSON_SCHEMA, merge: CORE_SCHEMA.withTags(mergeTag) };

/** Words that some reader takes for something else than a string, and those that end one. */
const NASTY_WORDS =
  `y n yes No on OFF true False null Null ~ .inf -.INF .NaN nan 0755 0o17 0x1F 0b11 1e3 1E+3 1.5e300 12:30:45
  190:20:30 1_000 1,000 +1 - .5 1. 2024-01-01 2001-12-14t21:59:43.10-05:00 1.2.3 10.0.0.0/8 5m 1Gi 1d2d 1f = << <<:*a *a &a !a %a
  @a \`a | > --x -x ---x ... ? a:b a: :a #a a#b " ' [a] {a} {{.Values.x}} {"a":[1,"b"]} \\n a\\ !!str é 日本 😀`.split(
    /\s+/,
  );

/** Blanks, breaks and marks at every place where a careless emitter loses them. */
const NASTY_TEXTS: string[] = JSON.parse(String.raw`[
  "", " ", " a", "a ", "a  b", "\ta", "a\t", "a\tb", "a: b", "a :b", "a #b", "- a", "? a", ": a", "--- a", "{{ .x }}",
  "\n", "a\n", "a\n\n", "\na", " a\nb", "a\n b\n", "a\nb ", "a\n \nb", "a\n\tb\n", "a\n ", "a\r\nb", "a\rb", "a\n#b\n",
  "\u0000", "\u0007", "\u007f", "\u0085", "\u2028", "a\u2029b\n", "\ufeffa\n", "\ufffe", "\u00a0", "\u200b", "\udbff\udfff"
]`);

const LONG_TEXTS = ['x'.repeat(5000), 'word '.repeat(1000), `${'line: #\n'.repeat(300)}end`, '#!/bin/sh\nset -e\n'];

const NASTY = [...NASTY_WORDS, ...NASTY_TEXTS, ...LONG_TEXTS];

const jsonText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc
    .tuple(fc.constantFrom(...NASTY), fc.constantFrom('', ' ', '\n', ': ', ' #'), fc.constantFrom(...NASTY))
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789_.:-+eExXobTZ \n\t') }),
);

const jsonData = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    jsonText,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(jsonText, tie('value')),
  ),
})).value;

describe('what is written reads back the same', () => {
  test.each(Object.entries(READERS))('by a reader of YAML %s, for any JSON data', (_, schema) => {
    fc.assert(
      fc.property(jsonData, (value) =>
        expect(withoutZeroSign(load(toYaml(value), { schema }))).toEqual(withoutZeroSign(value)),
      ),
      { numRuns: 500 },
    );
  });

  test('for text that looks like something else, as document, value, item and key', () => {
    for (const text of NASTY) {
      const value = { first: text, [text]: [text, [text], { [text]: text }], last: { deep: text } };
      for (const schema of Object.values(READERS)) {
        expect(load(toYaml(value), { schema })).toEqual(value);
        expect(load(toYaml(text), { schema })).toBe(text);
      }
    }
  });

  test.each([1e21, -1e21, 1e20, 2 ** 63, 2 ** 53 + 2, 1e-7, 5e-324, 1.7976931348623157e308, 0.1, -0.5, 0, -0])(
    'for the number %p',
    (value) => {
      for (const schema of Object.values(READERS)) expect(load(toYaml(value), { schema })).toBe(value);
    },
  );
});

test('writes the canonical order of keys, whatever order they were set in', () => {
  const deployment = {
    spec: { template: { spec: { containers: [{ image: 'a', args: ['--v=2'], name: 'main' }] } }, replicas: 1 },
    metadata: { annotations: { b: '1', a: '2' }, labels: {}, namespace: 'cicd', name: 'x', finalizers: [] },
    kind: 'Deployment',
    apiVersion: 'apps/v1',
  };
  expect(toYaml(deployment)).toMatchInlineSnapshot(`
"apiVersion: apps/v1
kind: Deployment
metadata:
  name: x
  namespace: cicd
  labels: {}
  annotations:
    a: "2"
    b: "1"
  finalizers: []
spec:
  replicas: 1
  template:
    spec:
      containers:
        - name: main
          args:
            - --v=2
          image: a
"
`);
});

test('quotes what could be read as something else, and nothing that could not', () => {
  const plain = [
    'apps/v1',
    '/var/log',
    '100m',
    '1.5Gi',
    '1h30m',
    '--log-level=info',
    'https://x.y:80/z',
    'it is so',
    'a#b',
  ];
  const quoted = ['yes', '1e3', '1.2.3', '10.0.0.0/8', '*.x', '', 'a: b', 'a #b', '~', '.x', '{{ x }}', 'é'];
  expect(plain.map((text) => toYaml(text).trimEnd())).toEqual(plain);
  expect(quoted.map((text) => toYaml(text).trimEnd())).toEqual(quoted.map((text) => JSON.stringify(text)));
});

test('writes lines of text as a readable block', () => {
  const script = '#!/bin/sh\nset -eu\n\nif true; then\n\techo "a: b"\nfi\n';
  expect(toYaml({ data: { script, open: 'a\nb', kept: ['a\n\n'], last: 1 } })).toMatchInlineSnapshot(`
"data:
  kept:
    - |+
      a

  last: 1
  open: |-
    a
    b
  script: |
    #!/bin/sh
    set -eu

    if true; then
    	echo "a: b"
    fi
"
`);
});

test('escapes text that a block would lose or hide', () => {
  expect(toYaml([' a\nb', 'a\r\nb', 'a\u2028b', 'a\n ', 'zero\u200bwidth'])).toBe(
    '- " a\\nb"\n- "a\\r\\nb"\n- "a\\u2028b"\n- "a\\n "\n- "zero\\u200bwidth"\n',
  );
});

test('leaves out keys that are undefined', () => {
  expect(toYaml({ a: undefined, b: { c: undefined }, d: [{ e: undefined }] })).toBe('b: {}\nd:\n  - {}\n');
});

test('keeps a key named __proto__', () => {
  expect(toYaml(JSON.parse('{"__proto__": 1}'))).toBe('__proto__: 1\n'.replace('__proto__', '"__proto__"'));
});

test('lists the path of everything that is no JSON data', () => {
  const value = {
    spec: { ports: [{ port: Number.NaN }, undefined], 'a.b/c': () => 1 },
    limit: Number.POSITIVE_INFINITY,
    made: new Date(0),
    set: new Set(),
    big: 1n,
    text: 'a\ud800',
    '\udc00': 'x',
  };
  expect(() => toYaml(value)).toThrowErrorMatchingInlineSnapshot(`
"big is a bigint; use a string, a number, a boolean, a list or a plain object
limit is Infinity; use a finite number
made is a Date; use a string, a plain object or a list
set is a Set; use a string, a plain object or a list
spec["a.b/c"] is a function; use a string, a number, a boolean, a list or a plain object
spec.ports[0].port is NaN; use a finite number
spec.ports[1] is undefined; leave the item out
text is text with half a surrogate pair; use Unicode text
["\\udc00"] is a key with half a surrogate pair; use Unicode text"
`);
  expect(() => toYaml(Number.NaN)).toThrowErrorMatchingInlineSnapshot(`"the value is NaN; use a finite number"`);
});

test('refuses data that contains itself', () => {
  const spec: Record<string, unknown> = {};
  spec.spec = spec;
  expect(() => toYaml(spec)).toThrow('is nested too deeply: it may contain itself; write plain data');
});

/** The sign of zero survives (see the numbers above), but toEqual tells the zeros apart where a JSON reader does not. */
function withoutZeroSign(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
