/** How the bootstrap of Vault fills a property that is missing; it never overwrites one. */
export type Seed =
  /** Random letters and digits. */
  | { readonly kind: 'random'; readonly length: number }
  /** The bcrypt hash of another property of the same path. */
  | { readonly kind: 'bcrypt'; readonly of: string }
  /** Configuration that is no secret. */
  | { readonly kind: 'literal-config'; readonly value: string }
  /** Only a person can know it: the bootstrap says that it is missing. */
  | { readonly kind: 'none' };
