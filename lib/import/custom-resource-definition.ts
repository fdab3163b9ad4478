import type { Manifest } from '../model/manifest';
import { mapConstraints, mapStructure, type Schema, type ValidationRule } from '../model/schema';
import type { CrdSpec, SchemaTable } from '../model/schema-table';

/** A CustomResourceDefinition as it is applied (apiextensions.k8s.io/v1). */
export interface CustomResourceDefinition extends Manifest {
  readonly spec: CrdSpec;
}

/**
 * The CustomResourceDefinition `name` of a table, with its schemas written out. It is the upstream one without
 * descriptions; validation rules lose their messages, for which the API server says `failed rule: …`.
 */
export function customResourceDefinition(table: SchemaTable, name: string): CustomResourceDefinition {
  const entry = table.crds.find((crd) => crd.metadata.name === name);
  if (!entry) throw new Error(`no CRD "${name}" in the table of ${table.group}`);
  const { metadata, spec } = entry;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata,
    spec: {
      ...spec,
      versions: spec.versions.map((version) => ({
        ...version,
        schema: { openAPIV3Schema: writtenOut(version.schema.openAPIV3Schema, table.$defs) },
      })),
    },
  };
}

/** Ends because the schemas of CRDs are never recursive; those of `controllerSchemas` are not written out. */
function writtenOut(schema: Schema, $defs: SchemaTable['$defs']): Schema {
  const expand = (part: Schema): Schema => writtenOut(part, $defs);
  const expanded = mapConstraints(mapStructure(definition(schema, $defs), expand), expand);
  const rules = expanded['x-kubernetes-validations'];
  return rules ? { ...expanded, 'x-kubernetes-validations': rules.map(acceptable) } : expanded;
}

/** The API server takes a rule of several lines only with a message. */
function acceptable(rule: ValidationRule): ValidationRule {
  return rule.rule.includes('\n') ? { ...rule, message: 'failed rule' } : rule;
}

function definition(schema: Schema, $defs: SchemaTable['$defs']): Schema {
  if (schema.$ref === undefined) return schema;
  const found = $defs[schema.$ref.slice('#/$defs/'.length)];
  if (!found) throw new Error(`no definition for ${schema.$ref}`);
  return found;
}
