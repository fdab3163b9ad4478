import type { Placement, Resources, Toleration } from '../model/workload';

/** Values that a chart copies into the pods of one of its parts. */
export interface PodValues extends Placement {
  readonly priorityClassName?: string;
  readonly resources?: Resources;
}

/** Placement that charts default to; Helm merges a map of ours into it, and replaces a list. */
export const ON_LINUX = { 'kubernetes.io/os': 'linux' } as const;

/** Placement and priority of a part's pods: its own, else those that hold for the whole chart. */
export function podFacts(
  own: PodValues = {},
  common: PodValues = {},
): { priorityClassName?: string; nodeSelector: Readonly<Record<string, string>>; tolerations: readonly Toleration[] } {
  const priorityClassName = own.priorityClassName ?? common.priorityClassName;
  return {
    ...(priorityClassName === undefined ? {} : { priorityClassName }),
    nodeSelector: own.nodeSelector ?? common.nodeSelector ?? {},
    tolerations: own.tolerations ?? common.tolerations ?? [],
  };
}

/** A container with the resources that are set for it; without any, the namespace's LimitRange fills them in. */
export function container(name: string, resources?: Resources): { name: string; resources?: Resources } {
  return resources === undefined ? { name } : { name, resources };
}
