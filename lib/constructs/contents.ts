import type { IConstruct } from 'constructs';
import { groupOf, type Manifest } from '../model/manifest';
import { Directory } from './directory';
import { HelmRelease } from './helm-release';
import { manifestOf } from './manifest-of';

/** Everything of one group and kind that the app brings into the cluster: its own objects and those of its Helm charts. */
export function contentsOfKind(construct: IConstruct, group: string, kind: string): Manifest[] {
  const own = Directory.all(construct).flatMap((directory) =>
    directory.objects.filter((object) => object.apiGroup === (group || 'core') && object.kind === kind).map(manifestOf),
  );
  const charts = HelmRelease.all(construct)
    .flatMap((release) => release.contents.objects)
    .filter((object) => object.kind === kind && groupOf(object) === group);
  return [...own, ...charts];
}

/** Port numbers of a Service; none where there is no such Service. */
export function servicePorts(construct: IConstruct, namespace: string, name: string): number[] {
  return contentsOfKind(construct, '', 'Service')
    .filter((service) => service.metadata.name === name && service.metadata.namespace === namespace)
    .flatMap((service) => (service as { spec?: { ports?: { port: number }[] } }).spec?.ports ?? [])
    .map((entry) => entry.port);
}
