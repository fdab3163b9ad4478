import type { Schema } from '../model/schema';

/** What is written for people, or for other tools than the API server. */
const PROSE: ReadonlySet<string> = new Set([
  'description',
  'title',
  'example',
  'externalDocs',
  'x-kubernetes-group-version-kind',
  'x-kubernetes-patch-merge-key',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-unions',
]);

const RULE_PROSE: ReadonlySet<string> = new Set(['message', 'messageExpression']);

/** A schema as upstream writes it. */
export type RawSchema = Readonly<Record<string, unknown>>;

/** The schema without prose, keys and fields in alphabetical order, so that equal schemas have equal text. */
export function withoutProse(raw: RawSchema): Schema {
  return Object.fromEntries(
    sortedEntries(raw)
      .filter(([keyword]) => !PROSE.has(keyword))
      .map(([keyword, value]) => [keyword, keywordWithoutProse(keyword, value)]),
  );
}

/** `properties` holds schemas by field name, so a field named `description` stays. */
function keywordWithoutProse(keyword: string, value: unknown): unknown {
  switch (keyword) {
    case 'properties':
      return Object.fromEntries(
        sortedEntries(value as RawSchema).map(([field, part]) => [field, withoutProse(part as RawSchema)]),
      );
    case 'items':
    case 'not':
    case 'additionalProperties':
      return typeof value === 'object' ? withoutProse(value as RawSchema) : value;
    case 'allOf':
    case 'anyOf':
    case 'oneOf':
      return (value as RawSchema[]).map(withoutProse);
    case 'x-kubernetes-validations':
      return (value as RawSchema[]).map((rule) => without(RULE_PROSE, rule));
    default:
      return value;
  }
}

function without(keys: ReadonlySet<string>, object: RawSchema): object {
  return Object.fromEntries(sortedEntries(object).filter(([key]) => !keys.has(key)));
}

function sortedEntries(object: RawSchema): [string, unknown][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
}
