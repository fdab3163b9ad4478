import type { Schema } from '../model/schema';
import { shareSchemas } from './share-schemas';
import { object } from './testing';

const string: Schema = { type: 'string' };

test('every part that has fields becomes a definition named after its place', () => {
  const { roots, $defs } = share({ Route: object({ spec: object({ 'x-for': object({ a: string }), b: string }) }) });
  expect(roots).toEqual([object({ spec: { $ref: '#/$defs/RouteSpec' } })]);
  expect($defs).toEqual({
    RouteSpec: object({ b: string, 'x-for': { $ref: '#/$defs/RouteSpecXFor' } }),
    RouteSpecXFor: object({ a: string }),
  });
});

test('items of nested lists and values of maps are named after their field', () => {
  const deep: Schema = { type: 'array', items: { type: 'object', additionalProperties: object({ a: string }) } };
  const { roots, $defs } = share({ Route: object({ lists: { type: 'array', items: deep } }) });
  expect(Object.keys($defs)).toEqual(['RouteLists']);
  expect(roots[0]?.properties?.lists?.items?.items?.additionalProperties).toEqual({ $ref: '#/$defs/RouteLists' });
});

test('equal parts are one definition, named after the nearest place in the first root', () => {
  const ref = object({ name: string });
  const { $defs } = share({
    Issuer: object({ spec: object({ a: object({ ref }), z: ref }) }),
    ClusterIssuer: object({ ref }),
  });
  expect(Object.keys($defs)).toEqual(['IssuerSpec', 'IssuerSpecA', 'IssuerSpecZ']);
});

test('parts that differ in a default or a limit are two definitions', () => {
  const { $defs } = share({
    Route: object({ a: object({ n: { type: 'integer' } }), b: object({ n: { type: 'integer', minimum: 1 } }) }),
  });
  expect(Object.keys($defs)).toEqual(['RouteA', 'RouteB']);
});

test('what a user writes gives the name, and not the status that repeats it', () => {
  const ref = object({ name: string });
  const { $defs } = share({ Route: object({ spec: object({ a: object({ b: ref }) }), status: ref }) });
  expect(Object.keys($defs)).toEqual(['RouteSpec', 'RouteSpecA', 'RouteSpecAB']);
});

test('names that come out alike are numbered, and never those that are taken', () => {
  const fields = { 'a-b': object({ one: string }), aB: object({ two: string }), props: object({ three: string }) };
  const { $defs } = shareSchemas([{ name: 'Route', schema: object(fields) }], {}, ['RouteProps']);
  expect(Object.keys($defs)).toEqual(['RouteAB', 'RouteAB2', 'RouteProps2']);
});

test('definitions that refer to themselves keep their names', () => {
  const template = object({ inline: { $ref: '#/$defs/Template' }, script: object({ source: string }) });
  const flow = { name: 'Flow', schema: object({ spec: { $ref: '#/$defs/Template' } }) };
  const { roots, $defs } = shareSchemas([flow], { Template: template }, []);
  expect(roots).toEqual([flow.schema]);
  expect($defs).toEqual({
    Template: object({ inline: { $ref: '#/$defs/Template' }, script: { $ref: '#/$defs/TemplateScript' } }),
    TemplateScript: object({ source: string }),
  });
});

test('what only constrains stays where it is', () => {
  const oneOf: Schema[] = [{ required: ['a'], properties: { a: { enum: ['x'] } } }];
  const { $defs } = share({ Route: object({ spec: object({ a: string }, { oneOf }) }) });
  expect($defs).toEqual({ RouteSpec: object({ a: string }, { oneOf }) });
});

function share(roots: Readonly<Record<string, Schema>>) {
  return shareSchemas(
    Object.entries(roots).map(([name, schema]) => ({ name, schema })),
    {},
    [],
  );
}
