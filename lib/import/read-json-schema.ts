import { mapStructure, type Schema } from '../model/schema';
import { UserError } from '../model/user-error';
import { pascalCase } from './pascal-case';
import { type RawSchema, withoutProse } from './without-prose';

/** The kinds of one JSON schema, and the definitions they refer to as `#/$defs/<name>`. */
export interface KindSchemas {
  readonly kinds: readonly KindSchema[];
  readonly definitions: Readonly<Record<string, Schema>>;
}

export interface KindSchema {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly schema: Schema;
}

/** Types that read a number as well as a string (their UnmarshalJSON in k8s.io/apimachinery), where the schema says string. */
const INT_OR_STRING: ReadonlySet<string> = new Set([
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString',
  'io.k8s.apimachinery.pkg.api.resource.Quantity',
]);

const REF = '#/definitions/';

type Definitions = ReadonlyMap<string, RawSchema>;

/**
 * The kinds at the root of a JSON schema as Argo Workflows publishes it (`api/jsonschema/schema.json`): `oneOf` refers
 * to them, and their definitions carry `x-kubernetes-group-version-kind`. Definitions without fields are written out.
 */
export function readKindSchemas(text: string): KindSchemas {
  const root = JSON.parse(text) as { definitions?: Record<string, RawSchema>; oneOf?: { $ref: string }[] };
  const raw: Definitions = new Map(Object.entries(root.definitions ?? {}));
  const ids = (root.oneOf ?? []).map(({ $ref }) => idOf($ref));
  if (ids.length === 0) throw new UserError('names no kinds in oneOf at its root; pin the JSON schema of all kinds');

  const kinds = ids.map((id) => ({ ...groupVersionKind(id, raw), schema: read(id, raw) }));
  const definitions = reached(
    kinds.map(({ schema }) => schema),
    raw,
  );
  const names = shortNames([...definitions.keys()]);
  const rename = (schema: Schema): Schema =>
    schema.$ref === undefined ? mapStructure(schema, rename) : { $ref: `#/$defs/${names.get(idOf(schema.$ref))}` };
  return {
    kinds: kinds.map((kind) => ({ ...kind, schema: rename(kind.schema) })),
    definitions: Object.fromEntries([...definitions].map(([id, schema]) => [names.get(id), rename(schema)])),
  };
}

function idOf(ref: string): string {
  return ref.slice(REF.length);
}

function groupVersionKind(id: string, raw: Definitions): Omit<KindSchema, 'schema'> {
  const [gvk] = (rawOf(id, raw)['x-kubernetes-group-version-kind'] ?? []) as Omit<KindSchema, 'schema'>[];
  if (!gvk) throw new UserError(`gives "${id}" no x-kubernetes-group-version-kind; pin the JSON schema of all kinds`);
  return gvk;
}

/** A definition; references in it lead to definitions with fields only. */
function read(id: string, raw: Definitions): Schema {
  if (INT_OR_STRING.has(id)) return { 'x-kubernetes-int-or-string': true };
  const settle = (schema: Schema): Schema => {
    if (schema.$ref === undefined) return mapStructure(schema, settle);
    return hasFields(rawOf(idOf(schema.$ref), raw)) ? { $ref: schema.$ref } : read(idOf(schema.$ref), raw);
  };
  return settle(withoutProse(rawOf(id, raw)));
}

function rawOf(id: string, raw: Definitions): RawSchema {
  const definition = raw.get(id);
  if (!definition) throw new UserError(`has no definition of "${id}"`);
  return definition;
}

function hasFields(definition: RawSchema): boolean {
  return definition.properties !== undefined;
}

/** Every definition that the schemas lead to, nearest first. */
function reached(schemas: readonly Schema[], raw: Definitions): Map<string, Schema> {
  const found = new Map<string, Schema>();
  const visit = (schema: Schema): Schema => {
    const id = schema.$ref === undefined ? undefined : idOf(schema.$ref);
    if (id === undefined) return mapStructure(schema, visit);
    if (!found.has(id)) found.set(id, read(id, raw));
    return schema;
  };
  schemas.forEach(visit);
  // A Map is iterated in the order of insertion, and what is added on the way is visited too.
  for (const schema of found.values()) visit(schema);
  return found;
}

/** `io.k8s.api.core.v1.Container` is called `Container`; a second of that name gets the part before it: `V1Container`. */
function shortNames(ids: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const id of ids) {
    const parts = id.split('.');
    const candidates = parts.map((_, i) =>
      parts
        .slice(parts.length - 1 - i)
        .map(pascalCase)
        .join(''),
    );
    const name = candidates.find((candidate) => !taken.has(candidate)) ?? id;
    taken.add(name);
    names.set(id, name);
  }
  return names;
}
