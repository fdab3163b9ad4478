import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import type { CrdEntry, CrdMetadata, CrdSpec, CrdVersion } from '../model/schema-table';
import { UserError } from '../model/user-error';
import { type RawSchema, withoutProse } from './without-prose';

interface RawCrd {
  readonly kind?: unknown;
  readonly metadata: CrdMetadata;
  readonly spec: Omit<CrdSpec, 'versions'> & { readonly versions: readonly RawVersion[] };
}

interface RawVersion extends Omit<CrdVersion, 'schema' | 'additionalPrinterColumns'> {
  readonly deprecationWarning?: string;
  readonly schema?: { readonly openAPIV3Schema?: RawSchema };
  readonly additionalPrinterColumns?: readonly { readonly description?: string }[];
}

/**
 * The CustomResourceDefinitions in a file of YAML, without prose, status and creation time. Their schemas are written
 * out; `source` says where they come from.
 */
export function readCrds(text: string, source: string): readonly CrdEntry[] {
  const documents = loadAll(text, { schema: YAML11_SCHEMA }).filter((document) => document !== null);
  if (documents.length === 0) throw new UserError('is empty; pin a file that holds CustomResourceDefinitions');
  return documents.map((document) => readCrd(document as RawCrd, source));
}

function readCrd(crd: RawCrd, source: string): CrdEntry {
  if (crd.kind !== 'CustomResourceDefinition') {
    throw new UserError(`holds a ${String(crd.kind)}; pin a file that holds CustomResourceDefinitions only`);
  }
  const { name, labels, annotations } = crd.metadata;
  return {
    source,
    metadata: { name, ...(labels && { labels }), ...(annotations && { annotations }) },
    spec: { ...crd.spec, versions: crd.spec.versions.map((version) => readVersion(version, name)) },
  };
}

function readVersion(raw: RawVersion, crd: string): CrdVersion {
  const { deprecationWarning, schema, additionalPrinterColumns, ...version } = raw;
  if (!schema?.openAPIV3Schema) {
    throw new UserError(`version ${version.name} of ${crd} has no schema; pin a file with structural schemas`);
  }
  return {
    ...version,
    schema: { openAPIV3Schema: withoutProse(schema.openAPIV3Schema) },
    ...(additionalPrinterColumns && {
      additionalPrinterColumns: additionalPrinterColumns.map(({ description, ...column }) => column),
    }),
  };
}
