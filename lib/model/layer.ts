/** Which tree: `IT` is what has to exist before Argo CD does, `K8s` is what Argo CD brings up. */
export type Layer = 'IT' | 'K8s';

/** The trees in the order of the bootstrap. */
export const LAYERS: readonly Layer[] = ['IT', 'K8s'];
