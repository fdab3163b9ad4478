import type { Manifest } from '../model/manifest';

/**
 * The contract of one Helm chart at one version: what may be set, and what it renders and needs then.
 * Written by hand from the chart's templates, because synth never runs Helm.
 */
export interface HelmChart<Values extends object> {
  readonly name: string;
  /** URL of the chart repository. */
  readonly repo: string;
  /** Version of the chart, as its repository spells it. */
  readonly version: string;
  /** Version of what it installs. */
  readonly appVersion: string;
  /** Whether the chart ships CRDs in `crds/` that this platform installs with it. */
  readonly includeCRDs: boolean;
  /**
   * Common label keys that selectors of the chart rely on, or that a controller reads, so that no kustomization
   * may rewrite them: `app.kubernetes.io/part-of` for Argo CD and Kyverno.
   */
  readonly reservedLabels: readonly string[];
  /** API versions whose presence its templates ask for (`.Capabilities.APIVersions.Has`). */
  readonly asksFor: readonly string[];
  /** What the chart renders for a release of it, as far as others rely on it. */
  render(release: Release<Values>): ChartContents;
}

/** One installation of a Helm chart. */
export interface Release<Values extends object> {
  readonly name: string;
  readonly namespace: string;
  readonly values: Values;
  /** Whether the API versions that the chart asks for are told to it. */
  has(apiVersion: string): boolean;
  /** Nodes that a DaemonSet which tolerates every taint runs on. */
  readonly nodes: number;
}

/** What a Helm chart brings into the cluster. Objects are partial: identity, and the fields that others refer to. */
export interface ChartContents {
  /** Objects of its templates, every cluster-scoped and every namespaced one, CRDs included. */
  readonly objects: readonly Manifest[];
  /** Objects that its controllers make of them at run time: the StatefulSet behind a Prometheus, a scan Job. */
  readonly controllerMade: readonly Manifest[];
  /** Secrets that its pods read and that the chart does not make. */
  readonly secretsRead: readonly SecretRead[];
}

export interface SecretRead {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
}
