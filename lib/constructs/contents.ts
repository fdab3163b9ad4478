import type { IConstruct } from 'constructs';
import { groupOf, type Manifest } from '../model/manifest';
import { Component } from './component';
import { Directory } from './directory';
import { HelmRelease } from './helm-release';
import { identityOf, manifestOf } from './manifest-of';

const WORKLOADS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob']);

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

/** What names everything that the components of one stack bring into the cluster: their own objects and those of their Helm charts. */
export function contentsOfStack(construct: IConstruct, stack: string): Manifest[] {
  const components = Directory.all(construct).filter((child) => Component.isComponent(child) && child.stack === stack);
  const own = components.flatMap((component) => component.objects.map(identityOf));
  const charts = HelmRelease.all(construct).filter((release) => Component.of(release).stack === stack);
  return [...own, ...charts.flatMap((release) => release.contents.objects)];
}

/** Everything that runs pods: workloads of components, of Helm charts, and those that controllers make. */
export function everyWorkload(construct: IConstruct): Manifest[] {
  const own = Directory.all(construct).flatMap((directory) =>
    directory.objects.filter((object) => WORKLOADS.has(object.kind)).map(manifestOf),
  );
  const charts = HelmRelease.all(construct).flatMap(({ contents }) => [
    ...contents.objects,
    ...contents.controllerMade,
  ]);
  return [...own, ...charts.filter((object) => WORKLOADS.has(object.kind))];
}

/** Port numbers of a Service; none where there is no such Service. */
export function servicePorts(construct: IConstruct, namespace: string, name: string): number[] {
  return contentsOfKind(construct, '', 'Service')
    .filter((service) => service.metadata.name === name && service.metadata.namespace === namespace)
    .flatMap((service) => (service as { spec?: { ports?: { port: number }[] } }).spec?.ports ?? [])
    .map((entry) => entry.port);
}
