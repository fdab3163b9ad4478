import type { Schema } from '../model/schema';
import { object } from './testing';
import { memberLines, typeText } from './type-text';

test.each<[string, Schema, string]>([
  [
    'an enum is a union of its values',
    { type: 'string', enum: ['', 'All', "it's", 'a"b\\'] },
    `'' | 'All' | 'it\\'s' | 'a"b\\\\'`,
  ],
  ['an enum of numbers too', { type: 'integer', enum: [301, 302] }, '301 | 302'],
  ['a constant is its value', { type: 'string', const: 'v1' }, "'v1'"],
  ['int-or-string is either', { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }] }, 'number | string'],
  ['any JSON is unknown', { 'x-kubernetes-preserve-unknown-fields': true }, 'unknown'],
  [
    'a free-form object is a record',
    { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    '{ readonly [key: string]: unknown }',
  ],
  [
    'a map keeps the type of its values',
    { type: 'object', additionalProperties: { type: 'integer' } },
    '{ readonly [key: string]: number }',
  ],
  [
    'a map of anything is a record',
    { type: 'object', additionalProperties: true },
    '{ readonly [key: string]: unknown }',
  ],
  [
    'a list of lists',
    { type: 'array', items: { type: 'array', items: { type: 'string' } } },
    'readonly (readonly string[])[]',
  ],
  ['a list of a union', { type: 'array', items: { enum: ['a', 'b'] } }, "readonly ('a' | 'b')[]"],
  ['a list of a shared type', { type: 'array', items: { $ref: '#/$defs/A' } }, 'readonly A[]'],
  ['nullable allows null', { type: 'boolean', nullable: true }, 'boolean | null'],
  ['nullable adds nothing to unknown', { nullable: true }, 'unknown'],
])('%s', (_, schema, type) => {
  expect(typeText(schema)).toBe(type);
});

test('a field is optional unless it is required and has no default', () => {
  const string: Schema = { type: 'string' };
  const schema = object({ a: string, b: string, c: { ...string, default: 'x' } }, { required: ['b', 'c'] });
  expect(memberLines(schema)).toEqual(['readonly a?: string;', 'readonly b: string;', 'readonly c?: string;']);
});

test('field names stay as the API has them, quoted where TypeScript wants it', () => {
  const names = ['repoURL', 'default', '$ref', 'x-y', '1st', '@type'];
  const schema = object(Object.fromEntries(names.map((name) => [name, {}])));
  expect(memberLines(schema)).toEqual(
    [
      "readonly '1st'?: unknown;",
      'readonly repoURL?: unknown;',
      'readonly default?: unknown;',
      'readonly $ref?: unknown;',
      "readonly 'x-y'?: unknown;",
      "readonly '@type'?: unknown;",
    ].sort((a, b) => names.findIndex((name) => a.includes(name)) - names.findIndex((name) => b.includes(name))),
  );
});

test('an object that keeps unknown fields takes any besides those it knows', () => {
  const schema = object({ a: { type: 'string' } }, { 'x-kubernetes-preserve-unknown-fields': true });
  expect(memberLines(schema)).toEqual(['readonly a?: string;', 'readonly [key: string]: unknown;']);
});
