import { readKindSchemas } from './read-json-schema';

const FLOW = 'io.example.v1.Flow';
const REF = (id: string) => ({ $ref: `#/definitions/${id}` });
const gvk = { group: 'example.com', version: 'v1', kind: 'Flow' };

test('a kind refers to its definitions by short names, also in circles', () => {
  const { kinds, definitions } = read({
    'io.example.v1.Step': { type: 'object', properties: { inline: REF('io.example.v1.Step') } },
    [FLOW]: { properties: { spec: REF('io.example.v1.Step') }, 'x-kubernetes-group-version-kind': [gvk] },
  });
  expect(kinds).toEqual([{ ...gvk, schema: { properties: { spec: { $ref: '#/$defs/Step' } } } }]);
  expect(definitions).toEqual({ Step: { type: 'object', properties: { inline: { $ref: '#/$defs/Step' } } } });
});

test('quantities and int-or-strings take numbers, and definitions without fields are written out', () => {
  const quantity = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
  const { kinds, definitions } = read({
    [quantity]: { type: 'string' },
    'io.example.v1.Steps': { type: 'array', items: REF(quantity) },
    [FLOW]: { properties: { steps: REF('io.example.v1.Steps') }, 'x-kubernetes-group-version-kind': [gvk] },
  });
  expect(kinds[0]?.schema.properties?.steps).toEqual({ type: 'array', items: { 'x-kubernetes-int-or-string': true } });
  expect(definitions).toEqual({});
});

test('only what the kinds lead to is read, and the second of a name gets a longer one', () => {
  const header = { type: 'object', properties: { name: {} } };
  const { definitions } = read({
    'io.k8s.api.core.v1.Header': header,
    'io.example.v1.Header': header,
    'io.example.v1.Unused': header,
    [FLOW]: {
      properties: { a: REF('io.example.v1.Header'), b: REF('io.k8s.api.core.v1.Header') },
      'x-kubernetes-group-version-kind': [gvk],
    },
  });
  expect(Object.keys(definitions)).toEqual(['Header', 'V1Header']);
});

test.each([
  ['no kinds', {}, 'names no kinds in oneOf at its root; pin the JSON schema of all kinds'],
  ['no definition of its kind', { oneOf: [REF(FLOW)] }, 'has no definition of "io.example.v1.Flow"'],
])('fails for a file with %s', (_, root, message) => {
  expect(() => readKindSchemas(JSON.stringify(root))).toThrow(message);
});

function read(definitions: object) {
  return readKindSchemas(JSON.stringify({ oneOf: [REF(FLOW)], definitions }));
}
