import type { Rendered, RenderedDirectory } from '../model/rendered';
import { UserError } from '../model/user-error';
import { fileNames } from './file-names';
import { kustomization, VALUES_FILE } from './kustomization';
import { pathProblems } from './path-problems';
import type { TreeFile } from './tree-file';
import { toYaml } from './yaml';

/**
 * Which file holds what: the trees as pure data, sorted by path, that diff, write and prune consume. A path is computed
 * nowhere else. Throws a UserError with every object that cannot be written and every path that no file system would take.
 */
export function layout(directories: readonly RenderedDirectory[]): readonly TreeFile[] {
  const problems: string[] = [];
  const files = directories.flatMap((directory) => [...filesOf(directory, problems)]);
  problems.push(...pathProblems(directories, files));
  if (problems.length > 0) throw new UserError(`synth failed:\n${problems.map((line) => `  ${line}`).join('\n')}`);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function* filesOf(directory: RenderedDirectory, problems: string[]): Iterable<TreeFile> {
  const { path, layer, stack } = directory;
  const names = fileNames(directory.rendered);
  const file = (name: string, content: unknown, where: string, objects: readonly Rendered[] = []): TreeFile => ({
    path: `${path}/${name}`,
    text: textOf(content, where, problems),
    layer,
    stack,
    objects,
  });

  for (const [index, rendered] of directory.rendered.entries()) {
    yield file(names[index] as string, rendered.manifest, rendered.constructPath, [rendered]);
  }
  if (directory.kustomization === undefined) return;
  const { release } = directory.kustomization;
  yield file('kustomization.yaml', kustomization(directory.kustomization, names), path);
  if (release !== undefined) yield file(VALUES_FILE, release.values, `${path}/${VALUES_FILE}`);
}

function textOf(content: unknown, where: string, problems: string[]): string {
  try {
    return toYaml(content);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...error.message.split('\n').map((problem) => `[${where}] ${problem}`));
    return '';
  }
}
