import type { AutoUnsealSettings, Profile, SecretUse, StackName, TlsMode } from './settings';

/** The settings every stack relies on: checked, and with all defaults filled in. */
export interface Platform {
  readonly clusterName: string;
  readonly repository: { readonly url: string; readonly revision: string };
  /** What follows the first label of every hostname: `127-0-0-1.nip.io` or `idp.example.com`. */
  readonly dnsSuffix: string;
  readonly tls: TlsMode;
  readonly labels: BusinessLabels;
  readonly profile: Profile;
  /** What the profile decides. */
  readonly sizing: Sizing;
  readonly stacks: Readonly<Record<StackName, boolean>>;
  readonly nodePools: NodePools;
  readonly storage: Storage;
  readonly retention: { readonly metrics: string; readonly logs: string };
  readonly vault: VaultPlatform;
  /** Values merged last into a component's Helm chart, by component. */
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A `type`, not an interface: Kubernetes takes it as a plain string map. */
export type BusinessLabels = {
  readonly owner: string;
  readonly 'business-unit': string;
  readonly environment: string;
};

export interface Sizing {
  /** Replicas of what can run more than once: 1 in demo, 2 in staging, 3 in prod. */
  readonly replicas: number;
  /** What admission policies do with a violation. */
  readonly policyAction: 'Audit' | 'Enforce';
}

/** Where pods may run. Every pool has at least one node. */
export interface NodePools {
  readonly controlPlane: NodePool;
  readonly infra: NodePool;
  readonly workloads: NodePool;
}

/** A pool that pods are placed on by its labels. */
export type PoolName = keyof NodePools;

export interface NodePool {
  readonly nodes: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}

/** A taint of a node (core/v1 Taint). */
export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** Sizes of the volumes, as Kubernetes quantities. */
export interface Storage {
  readonly prometheus: string;
  readonly alertmanager: string;
  readonly grafana: string;
  readonly loki: string;
  readonly vault: string;
  readonly sonarqube: string;
  readonly sonarqubeDatabase: string;
  readonly trivy: string;
  /** Absent: the cluster's default class. */
  readonly className?: string;
}

export interface VaultPlatform {
  readonly mount: string;
  readonly authMount: string;
  readonly paths: Readonly<Record<SecretUse, string>>;
  readonly autoUnseal?: AutoUnsealSettings;
}

/** Number of nodes in all pools: what a DaemonSet that tolerates every taint runs on. */
export function nodeCount(platform: { readonly nodePools: Readonly<Partial<NodePools>> }): number {
  return Object.values(platform.nodePools).reduce((sum, pool: NodePool) => sum + pool.nodes, 0);
}
