import type { SecretUse } from '../../model/settings';
import { type Problem, show } from '../problem';
import type { Rule } from './rule';

/** Paths begin below the mount: External Secrets takes a mount in front away, and what is read depends on who reads. */
export const vaultPathsLeaveOutTheMount: Rule = ({ vault }) => {
  const prefix = `${vault?.mount ?? 'secret'}/`;
  const paths = Object.entries(vault?.paths ?? {}) as [SecretUse, string][];
  return paths
    .filter(([, path]) => path.startsWith(prefix))
    .map(
      ([use, path]): Problem => ({
        path: ['vault', 'paths', use],
        what: `begins with the mount "${prefix}", which is added by itself`,
        found: show(path),
        fix: `write "${path.slice(prefix.length)}"`,
      }),
    );
};
