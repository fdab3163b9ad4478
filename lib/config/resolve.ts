import type { NodePool, Platform } from '../model/platform';
import type { NodePoolSettings, Settings } from '../model/settings';
import { NODE_POOLS } from './node-pools';
import { PROFILES } from './profiles';
import { SECRET_PATHS } from './secret-paths';
import { parseTaint } from './syntax/taint';

/** Fills in all defaults. The settings are checked before. */
export function resolve(given: Settings): Platform {
  const settings = plainCopy(given) as Settings;
  const profile = settings.profile ?? 'demo';
  const defaults = PROFILES[profile];
  return {
    clusterName: settings.clusterName ?? 'idp-demo',
    repository: { revision: 'main', ...settings.repository },
    dnsSuffix: dnsSuffix(settings.dns),
    tls: settings.tls ?? 'annotation',
    labels: {
      owner: 'platform-team',
      'business-unit': 'infrastructure',
      environment: profile,
      ...settings.labels,
    },
    profile,
    sizing: defaults.sizing,
    stacks: { platform: true, observability: true, cicd: true, security: true, ...settings.stacks },
    nodePools: {
      controlPlane: nodePool(NODE_POOLS.controlPlane, settings.nodePools?.controlPlane),
      infra: nodePool(NODE_POOLS.infra, settings.nodePools?.infra),
      workloads: nodePool(NODE_POOLS.workloads, settings.nodePools?.workloads),
    },
    storage: { ...defaults.storage, ...settings.storage },
    retention: { ...defaults.retention, ...settings.retention },
    vault: {
      mount: 'secret',
      authMount: 'kubernetes',
      ...settings.vault,
      paths: { ...SECRET_PATHS, ...settings.vault?.paths },
    },
    values: settings.values ?? {},
  };
}

function dnsSuffix(dns: Settings['dns']): string {
  return 'domain' in dns ? dns.domain : `${dns.ip.replaceAll('.', '-')}.${dns.provider ?? 'nip.io'}`;
}

function nodePool(defaults: Required<NodePoolSettings>, settings: NodePoolSettings = {}): NodePool {
  const { nodes, labels, taints } = { ...defaults, ...settings };
  return { nodes, labels, taints: taints.map(parseTaint) };
}

/**
 * A copy without the keys that are `undefined`, which would hide a default. It shares nothing, because an object that is
 * used twice would become an anchor in YAML.
 */
function plainCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainCopy);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(entries.map(([key, entry]) => [key, plainCopy(entry)]));
}
