import { IN_CLUSTER_SERVER } from '../model/kubernetes';

/** Namespace of Argo CD: its Applications, ApplicationSets and AppProjects live there. */
export const ARGO_CD_NAMESPACE = 'argocd';

/**
 * The field manager of Argo CD's server-side applies (`ArgoCDSSAManager` in its `common/common.go`). What is applied before
 * Argo CD runs uses it too: a field that has a second owner stays in the cluster when it leaves the repository.
 */
export const FIELD_MANAGER = 'argocd-controller';

/**
 * Retries of a failed sync: 10 s, doubled up to 10 min, ten times. That is about 50 minutes in all, because an
 * automated sync that has used up its retries is not tried again for the same commit (Argo CD, auto_sync).
 */
export const RETRY = { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '10m0s' } } as const;

/**
 * Server-side apply, because CRDs of Kyverno, ESO and the Prometheus operator are larger than the annotation that a
 * client-side apply writes (262144 bytes); prune after everything else is healthy.
 */
export const SYNC_OPTIONS = ['ServerSideApply=true', 'PruneLast=true'] as const;

/** The cluster that Argo CD itself runs in, and a namespace there. */
export function inCluster(namespace: string): { readonly server: string; readonly namespace: string } {
  return { server: IN_CLUSTER_SERVER, namespace };
}
