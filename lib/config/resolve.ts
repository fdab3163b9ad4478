import type { NodePool, Platform } from '../model/platform';
import type { NodePoolSettings, Settings } from '../model/settings';
import { NODE_POOLS } from './node-pools';
import { PROFILES } from './profiles';
import { SECRET_PATHS } from './secret-paths';
import { parseTaint } from './syntax/taint';

/** Fills in all defaults. The settings are checked before. */
export function resolve(settings: Settings): Platform {
  const profile = settings.profile ?? 'demo';
  const defaults = PROFILES[profile];
  return {
    clusterName: settings.clusterName ?? 'idp-demo',
    repository: { revision: 'main', ...given(settings.repository) },
    dnsSuffix: dnsSuffix(settings.dns),
    tls: settings.tls ?? 'annotation',
    labels: {
      owner: 'platform-team',
      'business-unit': 'infrastructure',
      environment: profile,
      ...given(settings.labels),
    },
    profile,
    sizing: defaults.sizing,
    stacks: { platform: true, observability: true, cicd: true, security: true, ...given(settings.stacks) },
    nodePools: {
      controlPlane: nodePool(NODE_POOLS.controlPlane, settings.nodePools?.controlPlane),
      infra: nodePool(NODE_POOLS.infra, settings.nodePools?.infra),
      workloads: nodePool(NODE_POOLS.workloads, settings.nodePools?.workloads),
    },
    storage: { ...defaults.storage, ...given(settings.storage) },
    retention: { ...defaults.retention, ...given(settings.retention) },
    vault: {
      mount: 'secret',
      authMount: 'kubernetes',
      ...given(settings.vault),
      paths: { ...SECRET_PATHS, ...given(settings.vault?.paths) },
    },
    values: plainCopy(settings.values ?? {}) as Platform['values'],
  };
}

function dnsSuffix(dns: Settings['dns']): string {
  return 'domain' in dns ? dns.domain : `${dns.ip.replaceAll('.', '-')}.${dns.provider ?? 'nip.io'}`;
}

function nodePool(defaults: Required<NodePoolSettings>, settings: NodePoolSettings = {}): NodePool {
  const { nodes, labels, taints } = { ...defaults, ...given(settings) };
  return { nodes, labels, taints: taints.map(parseTaint) };
}

/** Without the keys whose value is `undefined`, which would hide a default. */
function given<T extends object>(settings: T | undefined): T {
  return Object.fromEntries(Object.entries(settings ?? {}).filter(([, value]) => value !== undefined)) as T;
}

/** A copy that shares nothing: an object that is used twice would become an anchor in YAML. */
function plainCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainCopy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(given(value)).map(([key, entry]) => [key, plainCopy(entry)]));
}
