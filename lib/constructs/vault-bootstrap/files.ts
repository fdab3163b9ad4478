import type { Platform } from '../../model/platform';
import {
  policy,
  readerPolicy,
  readerRole,
  type VaultPath,
  type VaultReader,
  vaultSeeds,
} from '../../model/vault-access';
import { BOOTSTRAP_SCRIPT } from './script';

/** The Job itself as a reader of Vault, and the Secret that it keeps Vault's keys in. */
export interface Bootstrapper extends VaultReader {
  readonly keysSecret: string;
}

/** The files that the Job finds beside its script, as keys of a ConfigMap. None of them holds a secret. */
export function bootstrapFiles(
  platform: Platform,
  self: Bootstrapper,
  readers: readonly VaultReader[],
  paths: readonly VaultPath[],
): Record<string, string> {
  const { mount } = platform.vault;
  const files: Record<string, string> = {
    'bootstrap.sh': BOOTSTRAP_SCRIPT,
    'init.json': json(initRequest(platform)),
    'keys-secret.json': json(keysSecret(self)),
    'seeds.json': json(vaultSeeds(paths)),
    [`policy-${self.policy}.hcl`]: ownPolicy(platform, [...readers, self], paths),
    [`role-${self.role}.json`]: json(readerRole(self)),
  };
  for (const reader of readers) {
    files[`policy-${reader.policy}.hcl`] = readerPolicy(mount, reader, paths);
    files[`role-${reader.role}.json`] = json(readerRole(reader));
  }
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** With a seal of its own Vault gives recovery keys; without, one unseal key, as more of them would lie in the same Secret. */
function initRequest({ vault }: Platform): object {
  return vault.autoUnseal === undefined
    ? { secret_shares: 1, secret_threshold: 1 }
    : { recovery_shares: 5, recovery_threshold: 3 };
}

/** The Secret as the Job creates it: empty. */
function keysSecret({ keysSecret: name, namespace }: Bootstrapper): object {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, labels: { 'app.kubernetes.io/part-of': 'idp' } },
    type: 'Opaque',
  };
}

/** What the Job may do once the root token is gone: exactly what its files name. */
function ownPolicy({ vault }: Platform, readers: readonly VaultReader[], paths: readonly VaultPath[]): string {
  const { authMount, mount } = vault;
  const write = ['create', 'read', 'update'];
  return policy([
    ['sys/auth', ['read']],
    [`sys/auth/${authMount}`, [...write, 'sudo']],
    ['sys/mounts', ['read']],
    [`sys/mounts/${mount}`, write],
    [`auth/${authMount}/config`, write],
    ...readers.map(({ role }) => [`auth/${authMount}/role/${role}`, write] as const),
    ...readers.map((reader) => [`sys/policies/acl/${reader.policy}`, write] as const),
    ...vaultSeeds(paths).map(({ path }) => [`${mount}/data/${path}`, write] as const),
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
