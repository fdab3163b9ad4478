import type { SecretUse } from '../../model/settings';
import { type Problem, show } from '../problem';
import { SECRET_PATHS } from '../secret-paths';
import type { Rule } from './rule';

/** Every use of a secret has a path of its own, so that whoever may read one cannot read another. */
export const vaultPathsAreDistinct: Rule = ({ vault }) => {
  const settings = vault?.paths ?? {};
  const paths: Readonly<Record<SecretUse, string>> = { ...SECRET_PATHS, ...settings };
  const uses = Object.keys(paths) as SecretUse[];
  return uses.flatMap((use): Problem[] => {
    if (settings[use] === undefined) return [];
    const other = uses.find((candidate) => candidate !== use && paths[candidate] === paths[use]);
    if (other === undefined) return [];
    const origin = settings[other] === undefined ? 'has by default' : 'has too';
    return [
      {
        path: ['vault', 'paths', use],
        what: `is the path that '${other}' ${origin}`,
        found: show(paths[use]),
        fix: `give each secret a path of its own, such as "${SECRET_PATHS[use]}"`,
      },
    ];
  });
};
