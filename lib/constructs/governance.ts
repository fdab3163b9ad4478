import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-30';
import { Construct } from 'constructs';
import { add, type Compute, type ContainerDefaults, NO_COMPUTE, podCompute, times } from '../model/pod-resources';
import { formatCpu, formatMemory } from '../model/quantity';
import { workloadPods } from '../model/workload-pods';
import { Component } from './component';
import { everyWorkload } from './contents';

/** What a container gets that says nothing of its own. */
export const CONTAINER_DEFAULTS: ContainerDefaults = {
  defaultRequest: { cpu: '100m', memory: '64Mi' },
  default: { cpu: '200m', memory: '128Mi' },
};

/** Left free above what the namespace is known to hold. */
const HEADROOM = 1.25;

export interface GovernanceProps {
  readonly namespace: string;
  /** Pods that people or controllers start on top of the known ones: workflow steps. @default - none */
  readonly extra?: Compute;
}

/** A namespace with its LimitRange, and a ResourceQuota sized from what the namespace will hold. */
export class Governance extends Construct {
  constructor(scope: Construct, id: string, props: GovernanceProps) {
    super(scope, id);
    const { namespace, extra = NO_COMPUTE } = props;

    new k8s.KubeNamespace(this, 'Resource', { metadata: { name: namespace } });
    new k8s.KubeLimitRange(this, 'limits', {
      metadata: { name: 'container-defaults', namespace },
      spec: {
        limits: [
          {
            type: 'Container',
            default: quantities(CONTAINER_DEFAULTS.default),
            defaultRequest: quantities(CONTAINER_DEFAULTS.defaultRequest),
          },
        ],
      },
    });
    new k8s.KubeResourceQuota(this, 'quota', {
      metadata: { name: 'compute', namespace },
      // Asked at synth, when every component has said what it brings into the namespace.
      spec: { hard: Lazy.any({ produce: () => hard(add(this.demand(namespace), extra)) }) },
    });
  }

  private demand(namespace: string): Compute {
    const { nodePools } = Component.of(this).platform;
    return everyWorkload(this)
      .filter((workload) => workload.metadata.namespace === namespace)
      .map((workload) => workloadPods(workload, nodePools))
      .filter((pods) => pods !== undefined)
      .map(({ pod, count, surge }) => times(podCompute(pod, CONTAINER_DEFAULTS), count + surge))
      .reduce(add, NO_COMPUTE);
  }
}

function quantities(pair: { cpu: string; memory: string }): Record<string, k8s.Quantity> {
  return { cpu: k8s.Quantity.fromString(pair.cpu), memory: k8s.Quantity.fromString(pair.memory) };
}

function hard(demand: Compute): Record<string, k8s.Quantity> {
  const { requestsCpu, requestsMemory, limitsCpu, limitsMemory } = times(demand, HEADROOM);
  const { fromString } = k8s.Quantity;
  return {
    'requests.cpu': fromString(formatCpu(requestsCpu)),
    'requests.memory': fromString(formatMemory(requestsMemory)),
    'limits.cpu': fromString(formatCpu(limitsCpu)),
    'limits.memory': fromString(formatMemory(limitsMemory)),
  };
}
