/**
 * A structural OpenAPI v3 schema as CustomResourceDefinitions carry it (apiextensions.k8s.io/v1 JSONSchemaProps),
 * without prose. Keys are the API's own.
 */
export interface Schema {
  /** A shared schema of the table: `#/$defs/HTTPRouteSpec`. Nothing stands beside it. */
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** In this dialect a switch on `minimum`, not a number. */
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-map-type'?: string;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-validations'?: readonly ValidationRule[];
}

/** A CEL rule of a schema. */
export interface ValidationRule {
  readonly rule: string;
  /** @default - 'failed rule: ' and the rule */
  readonly message?: string;
  readonly reason?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/**
 * The schema with the schemas of its fields, items and map values changed: those that describe what a manifest holds.
 * `field` is the name of the field, absent for items and map values.
 */
export function mapStructure(schema: Schema, change: (part: Schema, field?: string) => Schema): Schema {
  const { properties, items, additionalProperties } = schema;
  return {
    ...schema,
    ...(properties && { properties: mapValues(properties, change) }),
    ...(items && { items: change(items) }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: change(additionalProperties) }),
  };
}

/** The schema with the schemas under `allOf`, `anyOf`, `oneOf` and `not` changed: those that only constrain. */
export function mapConstraints(schema: Schema, change: (part: Schema) => Schema): Schema {
  const { allOf, anyOf, oneOf, not } = schema;
  return {
    ...schema,
    ...(allOf && { allOf: allOf.map(change) }),
    ...(anyOf && { anyOf: anyOf.map(change) }),
    ...(oneOf && { oneOf: oneOf.map(change) }),
    ...(not && { not: change(not) }),
  };
}

function mapValues(
  properties: Readonly<Record<string, Schema>>,
  change: (part: Schema, field: string) => Schema,
): Record<string, Schema> {
  return Object.fromEntries(Object.entries(properties).map(([field, part]) => [field, change(part, field)]));
}
