import type { Manifest } from '../../model/manifest';
import type { Pod } from '../../model/workload';
import { object } from '../objects';

/** A claim as values spell it (core/v1 PersistentVolumeClaim, without its name). */
export interface VolumeClaimTemplate {
  readonly spec: {
    readonly accessModes: readonly string[];
    readonly resources: { readonly requests: { readonly storage: string } };
    readonly storageClassName?: string;
  };
}

export interface StatefulSetParts {
  readonly replicas: number;
  readonly pod: Pod;
  readonly claims: readonly object[];
}

/** A StatefulSet that the Prometheus operator makes, with the claims of its volumes. */
export function statefulSet(namespace: string, name: string, { replicas, pod, claims }: StatefulSetParts): Manifest {
  return object('apps/v1', 'StatefulSet', name, namespace, {
    spec: { replicas, template: { spec: pod }, volumeClaimTemplates: claims },
  });
}

/** A claim under the name that the operator gives it. */
export function claimTemplate(name: string, { spec }: VolumeClaimTemplate): object {
  return { metadata: { name }, spec };
}
