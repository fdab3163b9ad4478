import type { Rendered } from '../model/rendered';

/**
 * The file of each object of one directory: `<kind>-<name>.yaml`, or the name it was given. Where that would be the
 * same for two objects, the namespace follows: `role-reader-argocd.yaml`. Characters that not every file system takes
 * (`system:auth` is a legal name of a ClusterRole) become `-`. Names may still clash; see pathProblems.
 */
export function fileNames(rendered: readonly Rendered[]): readonly string[] {
  const shared = repeated(rendered.map(generalName));
  return rendered.map((object) => {
    const name = generalName(object);
    const { namespace } = object.manifest.metadata;
    if (object.fileName !== undefined || namespace === undefined || !shared.has(folded(name))) return name;
    return `${name.slice(0, -'.yaml'.length)}-${portable(namespace)}.yaml`;
  });
}

/** A path as file systems that ignore case compare it. */
export function folded(path: string): string {
  return path.toLowerCase();
}

function generalName({ fileName, manifest }: Rendered): string {
  return fileName ?? `${portable(manifest.kind.toLowerCase())}-${portable(manifest.metadata.name)}.yaml`;
}

function portable(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]/g, '-');
}

function repeated(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const name of names.map(folded)) (seen.has(name) ? again : seen).add(name);
  return again;
}
