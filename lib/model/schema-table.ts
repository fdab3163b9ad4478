import type { Schema } from './schema';

/** The CRDs of one API group, as `imports/<group>.schema.json` keeps them: names, types and constraints, no prose. */
export interface SchemaTable {
  readonly group: string;
  /** Sorted by name. */
  readonly crds: readonly CrdEntry[];
  /** Every schema with fields, once: `#/$defs/<name>` stands where it is used. May refer to itself. */
  readonly $defs: Readonly<Record<string, Schema>>;
}

/** A CustomResourceDefinition whose schemas refer to the table's `$defs`. */
export interface CrdEntry {
  /** The pin it comes from: `gateway-api v1.3.0`. */
  readonly source: string;
  readonly metadata: CrdMetadata;
  readonly spec: CrdSpec;
  /**
   * How the controller reads the object, by version, where the API server accepts anything: Argo Workflows installs
   * CRDs without the schema of `spec`.
   */
  readonly controllerSchemas?: Readonly<Record<string, Schema>>;
}

export interface CrdMetadata {
  /** `<plural>.<group>` */
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** `spec` of a CustomResourceDefinition (apiextensions.k8s.io/v1). */
export interface CrdSpec {
  readonly group: string;
  readonly names: CrdNames;
  readonly scope: 'Cluster' | 'Namespaced';
  readonly versions: readonly CrdVersion[];
  readonly conversion?: object;
  readonly preserveUnknownFields?: boolean;
}

export interface CrdNames {
  readonly kind: string;
  readonly plural: string;
  readonly singular?: string;
  readonly listKind?: string;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
}

/** One version of a CRD. */
export interface CrdVersion {
  readonly name: string;
  readonly served: boolean;
  /** Exactly one version of a CRD is stored. */
  readonly storage: boolean;
  readonly deprecated?: boolean;
  readonly schema: { readonly openAPIV3Schema: Schema };
  readonly subresources?: { readonly status?: object; readonly scale?: object };
  readonly additionalPrinterColumns?: readonly object[];
  readonly selectableFields?: readonly object[];
}
