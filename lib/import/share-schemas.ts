import { mapStructure, type Schema } from '../model/schema';
import { pascalCase } from './pascal-case';

/** A schema, and the name that the names of its parts begin with. */
export interface NamedSchema {
  readonly name: string;
  readonly schema: Schema;
}

export interface SharedSchemas {
  /** The schemas given, in their order, with references in place of parts that have fields. */
  readonly roots: readonly Schema[];
  readonly $defs: Readonly<Record<string, Schema>>;
}

/**
 * Gives every part that has fields a name, and equal parts one name: that of its place in the first root that has it,
 * nearest to the root (`IssuerSpecAcme`, also under `ClusterIssuer`). `definitions` have names already; no part takes
 * one of those or of `reserved`.
 */
export function shareSchemas(
  roots: readonly NamedSchema[],
  definitions: Readonly<Record<string, Schema>>,
  reserved: Iterable<string>,
): SharedSchemas {
  const unique = uniqueSchemas();
  const named = Object.entries(definitions).map(([name, schema]) => ({ name, schema: unique(schema) }));
  const start = roots.map(({ name, schema }) => ({ name, schema: unique(schema) }));
  const names = nameParts([...start, ...named], new Set([...reserved, ...Object.keys(definitions)]));

  const refer = (part: Schema): Schema => {
    const name = names.get(part);
    return name === undefined ? mapStructure(part, refer) : { $ref: `#/$defs/${name}` };
  };
  const parts = [...names].map(([schema, name]) => ({ name, schema }));
  return {
    roots: start.map(({ schema }) => mapStructure(schema, refer)),
    $defs: Object.fromEntries(
      [...named, ...parts]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, schema }) => [name, mapStructure(schema, refer)]),
    ),
  };
}

/** Turns equal schemas into one object. Compares each schema with its parts replaced by numbers: cost is linear. */
function uniqueSchemas(): (schema: Schema) => Schema {
  const byText = new Map<string, Schema>();
  const numbers = new Map<Schema, number>();
  const unique = (schema: Schema): Schema => {
    const withParts = mapStructure(schema, unique);
    const text = JSON.stringify(mapStructure(withParts, (part) => ({ $ref: String(numbers.get(part)) })));
    const known = byText.get(text) ?? withParts;
    byText.set(text, known);
    if (!numbers.has(known)) numbers.set(known, numbers.size);
    return known;
  };
  return unique;
}

/** What is under `status` takes its names last: what a user writes is named after its place in `spec`. */
function nameParts(roots: readonly NamedSchema[], taken: Set<string>): Map<Schema, string> {
  const names = new Map<Schema, string>();
  for (const root of [...roots.map(withoutStatus), ...roots]) nameBelow(root, names, taken);
  return names;
}

/** Breadth first, so that names are as short as can be. */
function nameBelow(root: NamedSchema, names: Map<Schema, string>, taken: Set<string>): void {
  const queue: NamedSchema[] = [root];
  const seen = new Set<Schema>();
  // An array is iterated to its end, and what is added on the way is visited too.
  for (const { name, schema } of queue) {
    mapStructure(schema, (part, field) => {
      if (seen.has(part)) return part;
      seen.add(part);
      const partName = field === undefined ? name : name + pascalCase(field);
      if (hasFields(part) && !names.has(part)) names.set(part, free(partName, taken));
      queue.push({ name: names.get(part) ?? partName, schema: part });
      return part;
    });
  }
}

function withoutStatus({ name, schema }: NamedSchema): NamedSchema {
  const { status: _, ...properties } = schema.properties ?? {};
  return { name, schema: { ...schema, properties } };
}

function hasFields({ properties }: Schema): boolean {
  return properties !== undefined && Object.keys(properties).length > 0;
}

/** `name`, or `name` with the first number from 2 that is free. */
function free(name: string, taken: Set<string>): string {
  let candidate = name;
  for (let i = 2; taken.has(candidate); i++) candidate = `${name}${i}`;
  taken.add(candidate);
  return candidate;
}
