/** A name for a type from a name of a field: `repoURL` gives `RepoURL`, `x-forwarded_for` gives `XForwardedFor`. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
