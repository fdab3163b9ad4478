import type { Schema } from '../model/schema';
import type { CrdEntry, CrdVersion, SchemaTable } from '../model/schema-table';
import { pascalCase } from './pascal-case';
import type { KindSchemas } from './read-json-schema';
import { type NamedSchema, shareSchemas } from './share-schemas';

/** What a table is made from. */
export interface GroupSources {
  readonly group: string;
  /** With their schemas written out. */
  readonly crds: readonly CrdEntry[];
  /** How the controller reads the kinds. */
  readonly controller?: KindSchemas;
  /** Kinds whose schemas are named first. */
  readonly classes: readonly string[];
}

/** Names that a class file uses itself. */
const RESERVED = ['ApiObject', 'ApiObjectMetadata', 'Construct'];

interface Root extends NamedSchema {
  readonly crd: string;
  readonly version: string;
  readonly reader: 'server' | 'controller';
}

/** The table of an API group: every version of every kind, with shared schemas. */
export function schemaTable({ group, crds, controller, classes }: GroupSources): SchemaTable {
  const byName = [...crds].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  const kinds = crds.map(({ spec }) => spec.names.kind);
  const reserved = [...RESERVED, ...kinds.flatMap((kind) => [kind, `${kind}Props`])];
  const roots = classesFirst(byName, classes).flatMap((crd) => rootsOf(crd, controller));
  const shared = shareSchemas(roots, controller?.definitions ?? {}, reserved);

  const schemas = new Map(roots.map((root, i) => [keyOf(root.crd, root.version, root.reader), shared.roots[i]]));
  const schemaOf = (crd: CrdEntry, version: CrdVersion, reader: Root['reader']): Schema | undefined =>
    schemas.get(keyOf(crd.metadata.name, version.name, reader));
  return { group, crds: byName.map((crd) => withSchemas(crd, schemaOf)), $defs: shared.$defs };
}

function classesFirst(crds: readonly CrdEntry[], classes: readonly string[]): CrdEntry[] {
  const rank = ({ spec }: CrdEntry): number => {
    const index = classes.indexOf(spec.names.kind);
    return index < 0 ? classes.length : index;
  };
  return [...crds].sort((a, b) => rank(a) - rank(b));
}

/** The schemas of a CRD, those that matter most first: they give the names. */
function rootsOf({ metadata, spec }: CrdEntry, controller: KindSchemas | undefined): Root[] {
  const versions = [...spec.versions].sort((a, b) => Number(b.storage) - Number(a.storage));
  return versions.flatMap((version) => {
    const { kind } = spec.names;
    const name = version.storage ? kind : kind + pascalCase(version.name);
    const root = { name, crd: metadata.name, version: version.name };
    const read = controller?.kinds.find(
      (candidate) => candidate.group === spec.group && candidate.kind === kind && candidate.version === version.name,
    );
    return [
      ...(read ? [{ ...root, schema: read.schema, reader: 'controller' as const }] : []),
      { ...root, schema: version.schema.openAPIV3Schema, reader: 'server' as const },
    ];
  });
}

function keyOf(crd: string, version: string, reader: Root['reader']): string {
  return [crd, version, reader].join(' ');
}

function withSchemas(
  crd: CrdEntry,
  schemaOf: (crd: CrdEntry, version: CrdVersion, reader: Root['reader']) => Schema | undefined,
): CrdEntry {
  const controllerSchemas = crd.spec.versions.flatMap((version) => {
    const schema = schemaOf(crd, version, 'controller');
    return schema ? [[version.name, schema] as const] : [];
  });
  return {
    ...crd,
    spec: {
      ...crd.spec,
      versions: crd.spec.versions.map((version) => ({
        ...version,
        schema: { openAPIV3Schema: schemaOf(crd, version, 'server') ?? version.schema.openAPIV3Schema },
      })),
    },
    ...(controllerSchemas.length > 0 && { controllerSchemas: Object.fromEntries(controllerSchemas) }),
  };
}
