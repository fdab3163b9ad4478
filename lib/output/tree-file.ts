import type { Layer } from '../model/layer';
import type { Rendered } from '../model/rendered';

/** A file of a tree as it will be written. */
export interface TreeFile {
  /** Path relative to the repository, with slashes: `K8s/observability/loki/configmap-loki.yaml`. */
  readonly path: string;
  readonly text: string;
  readonly layer: Layer;
  /** The stack it belongs to, as the summary counts it. */
  readonly stack: string;
  /** The objects in it, with the constructs that made them; none in `kustomization.yaml` and `values.yaml`. */
  readonly objects: readonly Rendered[];
}
