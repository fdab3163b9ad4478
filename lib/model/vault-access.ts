import type { Seed } from './vault-seed';

/** One who reads from Vault: the ServiceAccount of a namespace, and the role and policy that Vault knows it by. */
export interface VaultReader {
  readonly namespace: string;
  readonly serviceAccountName: string;
  readonly audience: string;
  readonly role: string;
  readonly policy: string;
}

/** A path under the KV mount that a namespace reads, and what has to be there. */
export interface VaultPath {
  readonly namespace: string;
  readonly path: string;
  readonly properties: readonly SeededProperty[];
}

export interface SeededProperty {
  readonly property: string;
  readonly seed: Seed;
}

/** A path with all properties that any namespace reads of it. */
export interface VaultSeeds {
  readonly path: string;
  readonly properties: readonly SeededProperty[];
}

/** A role of Vault's Kubernetes auth method (auth/kubernetes/role/:name, Vault 1.20). */
export interface VaultRole {
  readonly bound_service_account_names: readonly string[];
  readonly bound_service_account_namespaces: readonly string[];
  readonly audience: string;
  readonly token_policies: readonly string[];
  readonly token_ttl: string;
  readonly token_max_ttl: string;
}

/** Long enough for one reconciliation of ESO, which logs in anew for the next. */
const TOKEN_TTL = '10m';

/** A policy in HCL that allows to read the data of the paths that the reader's namespace names, and nothing else. */
export function readerPolicy(mount: string, reader: VaultReader, paths: readonly VaultPath[]): string {
  const own = new Set(paths.filter(({ namespace }) => namespace === reader.namespace).map(({ path }) => path));
  if (own.size === 0) return `# Namespace ${reader.namespace} reads nothing.\n`;
  return policy([...own].map((path) => [`${mount}/data/${path}`, ['read']]));
}

/** A policy in HCL, sorted by path. */
export function policy(rules: readonly (readonly [path: string, capabilities: readonly string[]])[]): string {
  return [...rules]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, capabilities]) => `path "${path}" {\n  capabilities = ${JSON.stringify(capabilities)}\n}\n`)
    .join('\n');
}

/** The role that binds a reader's ServiceAccount, in its namespace and for its audience only, to its policy. */
export function readerRole({ audience, namespace, policy: name, serviceAccountName }: VaultReader): VaultRole {
  return {
    bound_service_account_names: [serviceAccountName],
    bound_service_account_namespaces: [namespace],
    audience,
    token_policies: [name],
    token_ttl: TOKEN_TTL,
    token_max_ttl: TOKEN_TTL,
  };
}

/** What has to be in Vault, each path and property once, sorted. Of seeds that disagree the first one holds. */
export function vaultSeeds(paths: readonly VaultPath[]): VaultSeeds[] {
  const merged = new Map<string, Map<string, Seed>>();
  for (const { path, properties } of paths) {
    const seeds = merged.get(path) ?? new Map<string, Seed>();
    merged.set(path, seeds);
    for (const { property, seed } of properties) if (!seeds.has(property)) seeds.set(property, seed);
  }
  return sorted(merged).map(([path, seeds]) => ({
    path,
    properties: sorted(seeds).map(([property, seed]) => ({ property, seed })),
  }));
}

/** Properties whose seeds cannot be followed: two that disagree, or a hash of a property that nobody seeds or reads. */
export function seedProblems(paths: readonly VaultPath[]): string[] {
  const seeds = vaultSeeds(paths);
  const disagreeing = paths.flatMap(({ path, properties }) =>
    properties
      .filter(({ property, seed }) => !same(seed, seedOf(seeds, path, property)))
      .map(({ property }) => `"${path}" property "${property}" is seeded in two ways; seed it in one`),
  );
  const dangling = seeds.flatMap(({ path, properties }) =>
    properties
      .filter(({ seed }) => seed.kind === 'bcrypt' && seedOf(seeds, path, seed.of) === undefined)
      .map(
        ({ property }) => `"${path}" property "${property}" is a hash of a property that is not there; seed that too`,
      ),
  );
  return [...new Set([...disagreeing, ...dangling])].sort();
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function seedOf(seeds: readonly VaultSeeds[], path: string, property: string): Seed | undefined {
  const at = seeds.find((each) => each.path === path);
  return at?.properties.find((each) => each.property === property)?.seed;
}

function same(one: Seed, other: Seed | undefined): boolean {
  const text = (seed: Seed | undefined) => JSON.stringify(Object.entries(seed ?? {}).sort());
  return text(one) === text(other);
}
