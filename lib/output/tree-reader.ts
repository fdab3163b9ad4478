import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onDisk } from './disk-error';

/** Reads files below a root, and never leaves it: symbolic links are not followed, they are obstacles. */
export class TreeReader {
  /** What stands where a file or directory of a tree has to be, one message each. */
  readonly obstacles: string[] = [];
  private readonly root: string;
  private readonly open = new Map<string, boolean>();

  constructor(root: string) {
    this.root = root;
  }

  /** The bytes of a file; undefined where there is none, and where an obstacle is. */
  read(path: string): Buffer | undefined {
    if (!this.isOpen(dirname(path))) return undefined;
    return this.look(path, 'isFile')
      ? onDisk(`[${path}] cannot be read`, () => readFileSync(join(this.root, path)))
      : undefined;
  }

  /** Whether a directory is there and can be gone into. */
  private isOpen(directory: string): boolean {
    if (directory === '.') return true;
    let open = this.open.get(directory);
    if (open === undefined) {
      open = this.isOpen(dirname(directory)) && this.look(directory, 'isDirectory');
      this.open.set(directory, open);
    }
    return open;
  }

  private look(path: string, expected: 'isFile' | 'isDirectory'): boolean {
    const stats = onDisk(`[${path}] cannot be read`, () => lstatSync(join(this.root, path), { throwIfNoEntry: false }));
    if (stats === undefined || stats[expected]()) return stats !== undefined;
    const found = stats.isSymbolicLink()
      ? 'a symbolic link, which synth does not follow'
      : `no ${expected === 'isFile' ? 'plain file' : 'directory'}`;
    this.obstacles.push(`[${path}] is ${found}; move it away, then run it again`);
    return false;
  }
}
