import type { RenderedKustomization, RenderedRelease } from '../model/rendered';

/** The file beside a kustomization that holds the values of its Helm chart. */
export const VALUES_FILE = 'values.yaml';

/**
 * What `kustomization.yaml` says: exactly the files beside it, and the Helm chart with the labels for what it renders.
 * Selectors are immutable and keep the chart's own labels. Fields as of kustomize 5.7.0 (`api/types/kustomization.go`).
 */
export function kustomization({ labels, release }: RenderedKustomization, files: readonly string[]): unknown {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    helmCharts: release && [helmChart(release)],
    labels: release && [{ pairs: labels, includeSelectors: false, includeTemplates: true }],
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
