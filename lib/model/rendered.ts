import type { Layer } from './layer';
import type { Manifest } from './manifest';

/** A manifest, and where it comes from. */
export interface Rendered {
  readonly manifest: Manifest;
  /** Path of the construct that made it, as messages name it: `K8s/observability/loki/route/Resource`. */
  readonly constructPath: string;
  /** Name of its file where the general rule (`<kind>-<name>.yaml`) does not hold. */
  readonly fileName?: string;
}

/** What synth renders into one directory of a tree. */
export interface RenderedDirectory {
  /** Path relative to the repository: `K8s/observability/loki`. */
  readonly path: string;
  readonly layer: Layer;
  /** The stack it belongs to, as the summary counts it: `observability`. */
  readonly stack: string;
  readonly rendered: readonly Rendered[];
  /** What its `kustomization.yaml` says besides the list of files; absent where the directory has none. */
  readonly kustomization?: RenderedKustomization;
}

export interface RenderedKustomization {
  /** Labels for what Helm charts render; selectors are never touched. */
  readonly labels: Readonly<Record<string, string>>;
  /** The one Helm chart of the component. */
  readonly release?: RenderedRelease;
}

/** A Helm chart as kustomize's `helmCharts` takes it (kustomize 5.7.0 `api/types/helmchartargs.go`). */
export interface RenderedRelease {
  readonly name: string;
  readonly repo: string;
  readonly version: string;
  readonly releaseName: string;
  readonly namespace: string;
  readonly includeCRDs: boolean;
  readonly skipTests: boolean;
  readonly kubeVersion: string;
  readonly apiVersions: readonly string[];
  /** Written to `values.yaml` beside the kustomization. */
  readonly values: Readonly<Record<string, unknown>>;
}
