import type { Fault } from '../scalars';

const PLACEHOLDER = /\$\{[^}]*\}|\$\([^)]*\)|\$[A-Z_]{2,}|\{\{[^}]*\}\}|<[^>]*>|CHANGE_?ME/i;

/** Finds what another tool would have filled in: nothing does here. `thing` is what to write instead. */
export function placeholderFault(text: string, thing: string): Fault | undefined {
  const placeholder = PLACEHOLDER.exec(text)?.[0];
  if (placeholder === undefined) return undefined;
  return {
    what: `still holds the placeholder ${placeholder}`,
    fix: `write ${thing} itself; nothing fills it in later`,
  };
}
