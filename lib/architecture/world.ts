import type { App } from 'cdk8s';
import { Component } from '../constructs/component';
import { HelmRelease } from '../constructs/helm-release';
import type { Manifest } from '../model/manifest';
import type { RenderedDirectory } from '../model/rendered';
import { synth } from '../synth';

/**
 * What a platform consists of, by name: manifests (`Deployment argocd/argocd-server`, `GatewayClass cilium`), those of
 * Helm charts and their controllers included, the chart and the values of a directory (`release IT/vault`,
 * `values IT/vault`), and the directory itself.
 */
export type World = ReadonlyMap<string, object>;

export function worldOf(app: App): World {
  const releases = HelmRelease.all(app);
  const charts = releases.flatMap(({ contents }) => [...contents.objects, ...contents.controllerMade]);
  return new Map<string, object>([
    ...charts.map((manifest): [string, object] => [nameOf(manifest), manifest]),
    ...synth(app).flatMap(directoryEntries),
    ...releases.map((release): [string, object] => [`contents ${Component.of(release).path}`, release.contents]),
  ]);
}

export function nameOf({ kind, metadata }: Manifest): string {
  return metadata.namespace === undefined
    ? `${kind} ${metadata.name}`
    : `${kind} ${metadata.namespace}/${metadata.name}`;
}

function directoryEntries({ path, rendered, kustomization }: RenderedDirectory): [string, object][] {
  const release = kustomization?.release;
  return [
    ...rendered.map(({ manifest }): [string, object] => [nameOf(manifest), manifest]),
    ...(kustomization === undefined ? [] : [[`directory ${path}`, { path }] satisfies [string, object]]),
    ...(release === undefined
      ? []
      : ([
          [`release ${path}`, release],
          [`values ${path}`, release.values],
        ] satisfies [string, object][])),
  ];
}
