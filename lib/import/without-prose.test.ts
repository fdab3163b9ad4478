import { withoutProse } from './without-prose';

test('prose goes at every depth, and fields that are called like prose stay', () => {
  const raw = {
    type: 'object',
    description: 'a',
    properties: {
      title: { type: 'string', description: 'b' },
      description: { type: 'array', title: 'c', items: { type: 'string', example: 'd' } },
    },
    additionalProperties: { type: 'string', description: 'e' },
    not: { description: 'f', required: ['x'] },
    anyOf: [{ description: 'g', required: ['y'] }],
    default: { description: 'kept' },
  };
  expect(withoutProse(raw)).toEqual({
    type: 'object',
    properties: { title: { type: 'string' }, description: { type: 'array', items: { type: 'string' } } },
    additionalProperties: { type: 'string' },
    not: { required: ['x'] },
    anyOf: [{ required: ['y'] }],
    default: { description: 'kept' },
  });
});

test('rules keep all but their messages', () => {
  const rule = { rule: 'self > 0', message: 'a', messageExpression: 'b', reason: 'FieldValueInvalid', fieldPath: '.x' };
  expect(withoutProse({ 'x-kubernetes-validations': [rule] })).toEqual({
    'x-kubernetes-validations': [{ rule: 'self > 0', reason: 'FieldValueInvalid', fieldPath: '.x' }],
  });
});

test('equal schemas have equal text, in whatever order upstream writes them', () => {
  const one = { type: 'object', properties: { b: { type: 'string' }, a: {} } };
  const other = { properties: { a: {}, b: { type: 'string' } }, type: 'object' };
  expect(JSON.stringify(withoutProse(one))).toBe(JSON.stringify(withoutProse(other)));
});
