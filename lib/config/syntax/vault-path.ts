import type { Fault, Syntax } from '../scalars';

const WORDS = /^[\w.-]+(\/[\w.-]+)*$/;
/** Mounts that Vault keeps for itself. */
const RESERVED = ['sys', 'identity', 'cubbyhole', 'auth'];

/** Where a secret lives under the KV mount, as `vault kv put -mount=secret <path>` writes it. */
export const vaultPath: Syntax = {
  takes: 'a path such as "grafana/admin"',
  fault(text) {
    const misplaced = /^(data|metadata)\//.exec(text)?.[1];
    if (misplaced !== undefined) {
      return {
        what: `begins with "${misplaced}/", which the API of KV v2 adds by itself`,
        fix: `write "${text.slice(misplaced.length + 1)}"`,
      };
    }
    return slashFault(text) ?? wordsFault(text, 'is not the path of a secret', 'grafana/admin');
  },
};

/** The mount of the KV engine. */
export const vaultMount: Syntax = {
  takes: 'a mount such as "secret"',
  fault(text) {
    if (RESERVED.includes(text))
      return { what: 'is a mount that Vault keeps for itself', fix: 'write another, such as "secret"' };
    return slashFault(text) ?? wordsFault(text, 'is not the path of a mount', 'secret');
  },
};

/** The mount of the Kubernetes auth method, which Vault shows as `auth/<mount>`. */
export const vaultAuthMount: Syntax = {
  takes: 'a mount such as "kubernetes"',
  fault(text) {
    if (text.startsWith('auth/')) {
      return { what: 'begins with "auth/", which Vault adds by itself', fix: `write "${text.slice('auth/'.length)}"` };
    }
    return slashFault(text) ?? wordsFault(text, 'is not the path of a mount', 'kubernetes');
  },
};

/** The name of a parameter in a seal stanza. */
export const sealParameter: Syntax = {
  takes: 'the name of a parameter such as "region"',
  fault(text) {
    if (/^[a-z][a-z0-9_]*$/.test(text)) return undefined;
    return {
      what: 'is not the name of a parameter',
      fix: 'write lower-case letters, digits and "_", such as "kms_key_id"',
    };
  },
};

function slashFault(text: string): Fault | undefined {
  const meant = text.replace(/^\/+|\/+$/g, '').replace(/\/{2,}/g, '/');
  if (meant === text || meant === '') return undefined;
  return { what: 'has a slash at an end or two in a row', fix: `write "${meant}"` };
}

function wordsFault(text: string, what: string, example: string): Fault | undefined {
  const dots = text.split('/').some((part) => /^\.+$/.test(part));
  if (WORDS.test(text) && !dots) return undefined;
  return { what, fix: `write letters, digits, "-", "_" and "." with "/" between, such as "${example}"` };
}
