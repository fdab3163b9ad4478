/**
 * Name that most charts give their objects: the release's, with the chart's behind it unless it is in there already
 * (the `<chart>.fullname` template that `helm create` writes). Names that grow suffixes are cut to `length`.
 */
export function fullName(release: string, chart: string, length = 63): string {
  const name = release.includes(chart) ? release : `${release}-${chart}`;
  return cutName(name, length);
}

/** Helm's `trunc`, then `trimSuffix "-"`. */
export function cutName(name: string, length: number): string {
  return name.slice(0, length).replace(/-$/, '');
}
