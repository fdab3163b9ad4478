import { placeOn } from '../../constructs/placement';
import type { RedisHaValues } from '../../helm/argo-cd';
import type { PodValues } from '../../helm/pod-values';
import type { Platform } from '../../model/platform';
import type { Resources } from '../../model/workload';

/** Sentinels need a majority. */
const REPLICAS = 3;

const SMALL: Resources = { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '200m', memory: '128Mi' } };

/** Argo CD's cache as a replicated Redis, where the platform runs three of what can run more than once. */
export function redisHa(platform: Platform): RedisHaValues {
  if (platform.sizing.replicas < REPLICAS) return { enabled: false };
  // A subchart: the placement of the whole chart does not reach it.
  const pods: PodValues = { ...placeOn(platform, 'infra'), priorityClassName: 'platform-infrastructure' };
  const hardAntiAffinity = platform.nodePools.infra.nodes >= REPLICAS;
  return {
    enabled: true,
    replicas: REPLICAS,
    ...pods,
    hardAntiAffinity,
    redis: { resources: SMALL },
    sentinel: { resources: SMALL },
    init: { resources: SMALL },
    splitBrainDetection: { resources: SMALL },
    haproxy: { replicas: REPLICAS, ...pods, hardAntiAffinity, resources: SMALL, init: { resources: SMALL } },
  };
}
