/**
 * How Vault's bootstrap fills a property that is missing. Whatever a property holds already stays as it is.
 *
 * - `random`: that many letters, digits, `-` and `_`, with at least one of each class, as SonarQube's password rule asks for.
 * - `bcrypt`: the bcrypt hash of another property of the same path, as Argo CD keeps its admin password.
 * - `literal-config`: configuration that is no secret, such as the address of a registry.
 * - `none`: only a person or another system can know it; the bootstrap reports it as missing and goes on.
 */
export type Seed =
  | { readonly kind: 'random'; readonly length: number }
  | { readonly kind: 'bcrypt'; readonly of: string }
  | { readonly kind: 'literal-config'; readonly value: string }
  | { readonly kind: 'none' };
