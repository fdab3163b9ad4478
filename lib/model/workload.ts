import type { Taint } from './platform';

/** Compute resources of a container, as Kubernetes quantities (core/v1 ResourceRequirements). */
export interface Resources {
  readonly requests?: ComputeQuantities;
  readonly limits?: ComputeQuantities;
}

/** A `type`, not an interface: Kubernetes takes it as a plain string map. */
export type ComputeQuantities = {
  readonly cpu?: string;
  readonly memory?: string;
  readonly 'ephemeral-storage'?: string;
};

/** A container, as far as admission, quotas and scheduling look at it. */
export interface Container {
  readonly name: string;
  readonly resources?: Resources;
}

/** A toleration of a pod (core/v1 Toleration). */
export interface Toleration {
  readonly key?: string;
  readonly operator?: 'Exists' | 'Equal';
  readonly value?: string;
  readonly effect?: Taint['effect'];
}

/** Where pods of a workload run. */
export interface Placement {
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
}

/** A pod, as far as admission, quotas and scheduling look at it (core/v1 PodSpec). */
export interface Pod extends Placement {
  readonly containers: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly priorityClassName?: string;
  readonly serviceAccountName?: string;
}
