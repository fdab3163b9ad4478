import { parseQuantity } from './quantity';
import type { Container, Pod } from './workload';

/** Compute that pods ask for and may use: CPU in cores, memory in bytes. */
export interface Compute {
  readonly requestsCpu: number;
  readonly requestsMemory: number;
  readonly limitsCpu: number;
  readonly limitsMemory: number;
}

/** What a LimitRange gives a container that says nothing (core/v1 LimitRangeItem, type Container). */
export interface ContainerDefaults {
  readonly defaultRequest: { readonly cpu: string; readonly memory: string };
  readonly default: { readonly cpu: string; readonly memory: string };
}

export const NO_COMPUTE: Compute = { requestsCpu: 0, requestsMemory: 0, limitsCpu: 0, limitsMemory: 0 };

/**
 * What a pod counts for in a ResourceQuota: containers run together, init containers one after the other
 * (kubernetes.io, concepts/workloads/pods/init-containers, "resource sharing within containers").
 */
export function podCompute(pod: Pod, defaults: ContainerDefaults): Compute {
  const running = pod.containers.map((container) => containerCompute(container, defaults)).reduce(add, NO_COMPUTE);
  const starting = (pod.initContainers ?? []).map((container) => containerCompute(container, defaults));
  return starting.reduce(larger, running);
}

export function add(a: Compute, b: Compute): Compute {
  return combine(a, b, (x, y) => x + y);
}

export function larger(a: Compute, b: Compute): Compute {
  return combine(a, b, Math.max);
}

export function times(compute: Compute, factor: number): Compute {
  return combine(compute, NO_COMPUTE, (x) => x * factor);
}

/** A container with the defaults of its namespace: one that says only a limit requests as much (LimitRanger). */
function containerCompute({ resources = {} }: Container, defaults: ContainerDefaults): Compute {
  const { requests = {}, limits = {} } = resources;
  return {
    requestsCpu: parseQuantity(requests.cpu ?? limits.cpu ?? defaults.defaultRequest.cpu),
    requestsMemory: parseQuantity(requests.memory ?? limits.memory ?? defaults.defaultRequest.memory),
    limitsCpu: parseQuantity(limits.cpu ?? defaults.default.cpu),
    limitsMemory: parseQuantity(limits.memory ?? defaults.default.memory),
  };
}

function combine(a: Compute, b: Compute, operation: (x: number, y: number) => number): Compute {
  return {
    requestsCpu: operation(a.requestsCpu, b.requestsCpu),
    requestsMemory: operation(a.requestsMemory, b.requestsMemory),
    limitsCpu: operation(a.limitsCpu, b.limitsCpu),
    limitsMemory: operation(a.limitsMemory, b.limitsMemory),
  };
}
