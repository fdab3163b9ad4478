import type { RenderedKustomization, RenderedRelease } from '../model/rendered';

/** The file beside a kustomization that holds the values of its Helm chart. */
export const VALUES_FILE = 'values.yaml';

/**
 * Where labels go besides the objects themselves: into the pods. `includeTemplates` would label the volumeClaimTemplates of
 * StatefulSets too (kustomize 5.7.0 `api/internal/konfig/builtinpluginconsts`), which the API server lets nobody change, so
 * that no label could ever be.
 */
const POD_LABELS = [
  { path: 'spec/template/metadata/labels', group: 'apps', create: true },
  { path: 'spec/template/metadata/labels', group: 'batch', kind: 'Job', create: true },
  { path: 'spec/jobTemplate/spec/template/metadata/labels', group: 'batch', kind: 'CronJob', create: true },
];

/**
 * What `kustomization.yaml` says: exactly the files beside it, and the Helm chart with the labels for what it renders.
 * Selectors are immutable and keep the chart's own labels. Fields as of kustomize 5.7.0 (`api/types/kustomization.go`).
 */
export function kustomization({ labels, release }: RenderedKustomization, files: readonly string[]): unknown {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    helmCharts: release && [helmChart(release)],
    labels: release && [{ pairs: labels, includeSelectors: false, fields: POD_LABELS }],
    resources: files.length > 0 ? [...files].sort() : undefined,
  };
}

function helmChart(release: RenderedRelease): unknown {
  const { name, repo, version, releaseName, namespace, includeCRDs, skipTests, kubeVersion, apiVersions } = release;
  return {
    name,
    repo,
    version,
    releaseName,
    namespace,
    includeCRDs,
    skipTests,
    kubeVersion,
    apiVersions,
    valuesFile: VALUES_FILE,
  };
}
