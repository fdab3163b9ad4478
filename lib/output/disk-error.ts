import { UserError } from '../model/user-error';

/** What the user can do about it, by the code of the system's error. */
const FIXES: Readonly<Record<string, string>> = {
  EACCES: 'make it writable for you',
  EPERM: 'make it writable for you',
  EROFS: 'the file system is read-only: mount it writable, or synth elsewhere with --out',
  ENOSPC: 'the disk is full: free some space',
  EDQUOT: 'your quota of the disk is used up: free some space',
  ENOTDIR: 'a file is in the place of a directory: move it away',
  EEXIST: 'a file is in the place of a directory: move it away',
  EMFILE: 'too many files are open: raise the limit (`ulimit -n`)',
};

/**
 * Runs something that touches a file. A failure that the user can mend becomes a UserError that names the file;
 * any other one is thrown as it is.
 * @param what the path and what is done to it: `[K8s/cicd/a.yaml] cannot be written`
 */
export function onDisk<Result>(what: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    const fix = code === undefined ? undefined : FIXES[code];
    if (fix === undefined) throw error;
    throw new UserError(`${what}: ${code}${path === undefined ? '' : ` at ${path}`}; ${fix}, then run it again`);
  }
}
