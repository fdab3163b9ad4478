/** One Kubernetes object as it will be written. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ManifestMetadata;
  readonly [field: string]: unknown;
}

export interface ManifestMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The API group of an object: `apps` for `apps/v1`, the empty string for the core group's `v1`. */
export function groupOf(manifest: Pick<Manifest, 'apiVersion'>): string {
  const slash = manifest.apiVersion.lastIndexOf('/');
  return slash < 0 ? '' : manifest.apiVersion.slice(0, slash);
}
