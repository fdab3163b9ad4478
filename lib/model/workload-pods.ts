import type { Manifest } from './manifest';
import { type NodePool, type NodePools, nodeCount, type Taint } from './platform';
import type { Container, Pod, Toleration } from './workload';

/** Pods that a workload may have at the same time. */
export interface WorkloadPods {
  readonly pod: Pod;
  /** Replicas, or nodes for a DaemonSet. */
  readonly count: number;
  /** Pods that a rolling update adds for a while. */
  readonly surge: number;
}

interface PodTemplate {
  readonly spec: Pod;
}

interface WorkloadSpec {
  readonly replicas?: number;
  readonly parallelism?: number;
  readonly template?: PodTemplate;
  readonly jobTemplate?: { readonly spec: { readonly template: PodTemplate } };
  readonly strategy?: { readonly type?: string; readonly rollingUpdate?: { readonly maxSurge?: number | string } };
}

/** The pods that a manifest brings about; undefined where it brings none. */
export function workloadPods(manifest: Manifest, pools: NodePools): WorkloadPods | undefined {
  const spec = (manifest.spec ?? {}) as WorkloadSpec;
  const pod = spec.template?.spec ?? spec.jobTemplate?.spec.template.spec;
  if (pod === undefined) return undefined;
  switch (manifest.kind) {
    case 'Deployment':
    case 'StatefulSet':
      return { pod, count: spec.replicas ?? 1, surge: surge(manifest.kind, spec) };
    case 'DaemonSet':
      return { pod, count: schedulableNodes(pod, pools), surge: 0 };
    case 'Job':
    case 'CronJob':
      return { pod, count: spec.parallelism ?? 1, surge: 0 };
    default:
      return undefined;
  }
}

/** A Deployment's rolling update adds `maxSurge` pods, 25 % by default, rounded up (apps/v1 RollingUpdateDeployment). */
function surge(kind: string, { replicas = 1, strategy }: WorkloadSpec): number {
  if (kind !== 'Deployment' || strategy?.type === 'Recreate') return 0;
  const max = strategy?.rollingUpdate?.maxSurge ?? '25%';
  return typeof max === 'number' ? max : Math.ceil((replicas * Number.parseInt(max, 10)) / 100);
}

/** Nodes whose labels a pod selects and whose taints it tolerates. */
function schedulableNodes(pod: Pod, pools: NodePools): number {
  const fitting = Object.entries(pools).filter(([, pool]: [string, NodePool]) => fits(pod, pool));
  return fitting.length === 0 ? nodeCount({ nodePools: pools }) : nodeCount({ nodePools: Object.fromEntries(fitting) });
}

function fits({ nodeSelector = {}, tolerations = [] }: Pod, pool: NodePool): boolean {
  const selected = Object.entries(nodeSelector).every(
    ([key, value]) => key === 'kubernetes.io/os' || pool.labels[key] === value,
  );
  const hard = pool.taints.filter(({ effect }) => effect !== 'PreferNoSchedule');
  return selected && hard.every((taint) => tolerations.some((toleration) => tolerates(toleration, taint)));
}

/** core/v1 Toleration: no key with Exists tolerates everything, no effect matches all effects. */
function tolerates({ key, operator = 'Equal', value, effect }: Toleration, taint: Taint): boolean {
  if (effect !== undefined && effect !== taint.effect) return false;
  if (key === undefined) return operator === 'Exists';
  return key === taint.key && (operator === 'Exists' || (value ?? '') === (taint.value ?? ''));
}

/** Containers and init containers of a pod. */
export function allContainers(pod: Pod): readonly Container[] {
  return [...(pod.initContainers ?? []), ...pod.containers];
}
