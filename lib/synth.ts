import type { App } from 'cdk8s';
import { Component } from './constructs/component';
import { Directory } from './constructs/directory';
import { HelmRelease } from './constructs/helm-release';
import { chartLabels } from './constructs/labels';
import { manifestOf } from './constructs/manifest-of';
import { KUBERNETES_VERSION } from './model/kubernetes';
import type { RenderedDirectory, RenderedKustomization, RenderedRelease } from './model/rendered';
import { UserError } from './model/user-error';

/**
 * Renders every construct once, in memory. cdk8s's own `App.synth` would validate the whole app once for each chart.
 * @returns the directories of both trees, sorted by path
 * @throws UserError with everything that the constructs find wrong
 */
export function synth(app: App): readonly RenderedDirectory[] {
  const problems = app.node
    .findAll()
    .flatMap(({ node }) => node.validate().map((problem) => `  [${node.path}] ${problem}`))
    .sort();
  if (problems.length > 0) throw new UserError(`synth failed:\n${problems.join('\n')}`);
  return Directory.all(app).map(render);
}

function render(directory: Directory): RenderedDirectory {
  const { path, layer, stack, fileNames } = directory;
  return {
    path,
    layer,
    stack,
    rendered: directory.objects.map((object) => ({
      manifest: manifestOf(object),
      constructPath: object.node.path,
      ...(fileNames[object.kind] === undefined ? {} : { fileName: fileNames[object.kind] }),
    })),
    ...(Component.isComponent(directory) ? { kustomization: kustomization(directory) } : {}),
  };
}

function kustomization(component: Component): RenderedKustomization {
  const release = component.node.findAll().find((child) => child instanceof HelmRelease);
  return {
    labels: chartLabels(component.platform, release?.chart.reservedLabels ?? []),
    ...(release === undefined ? {} : { release: renderRelease(release) }),
  };
}

function renderRelease({ chart, name, namespace, apiVersions, values }: HelmRelease): RenderedRelease {
  return {
    name: chart.name,
    repo: chart.repo,
    version: chart.version,
    releaseName: name,
    namespace,
    includeCRDs: chart.includeCRDs,
    skipTests: true,
    kubeVersion: KUBERNETES_VERSION,
    apiVersions,
    values: values as Readonly<Record<string, unknown>>,
  };
}
