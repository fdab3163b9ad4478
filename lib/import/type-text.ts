import type { Schema } from '../model/schema';

const ANY_FIELDS = '{ readonly [key: string]: unknown }';

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** The TypeScript type of what a schema describes; the fields of objects keep the API's own names. */
export function typeText(schema: Schema): string {
  const type = bareType(schema);
  return schema.nullable && type !== 'unknown' ? `${type} | null` : type;
}

/**
 * The members of the type of a schema with fields, one a line. A field may be left out where the schema does not
 * require it, or where the API server fills it in.
 */
export function memberLines(schema: Schema): string[] {
  const required = new Set(schema.required);
  const members = Object.entries(schema.properties ?? {}).map(([field, part]) => {
    const optional = !required.has(field) || part.default !== undefined;
    return `readonly ${fieldText(field)}${optional ? '?' : ''}: ${typeText(part)};`;
  });
  return schema['x-kubernetes-preserve-unknown-fields'] ? [...members, 'readonly [key: string]: unknown;'] : members;
}

/** The name in a reference: `#/$defs/HTTPRouteSpec` gives `HTTPRouteSpec`. */
export function referredName($ref: string): string {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}

function bareType(schema: Schema): string {
  if (schema.$ref !== undefined) return referredName(schema.$ref);
  if (schema['x-kubernetes-int-or-string']) return 'number | string';
  if (schema.const !== undefined) return literalText(schema.const);
  if (schema.enum) return schema.enum.map(literalText).join(' | ');
  switch (schema.type) {
    case 'string':
    case 'boolean':
      return schema.type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly ${elementType(schema.items ?? {})}[]`;
    case 'object':
      return typeof schema.additionalProperties === 'object'
        ? `{ readonly [key: string]: ${typeText(schema.additionalProperties)} }`
        : ANY_FIELDS;
    default:
      return 'unknown';
  }
}

function elementType(items: Schema): string {
  const type = typeText(items);
  return IDENTIFIER.test(type) ? type : `(${type})`;
}

function literalText(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function fieldText(field: string): string {
  return IDENTIFIER.test(field) ? field : literalText(field);
}
