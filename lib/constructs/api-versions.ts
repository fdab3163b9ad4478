import type { Platform } from '../model/platform';

/** API groups of CRDs, and when the platform has them before a Helm chart that asks is applied. */
const PROVIDED: Readonly<Record<string, (platform: Platform) => boolean>> = {
  'argoproj.io': () => true,
  'cert-manager.io': () => true,
  'cilium.io': () => true,
  'external-secrets.io': () => true,
  'gateway.networking.k8s.io': () => true,
  'monitoring.coreos.com': (platform) => platform.stacks.observability,
};

/** Groups that Kubernetes itself serves; Helm knows them without being told. */
const BUILT_IN =
  /^(v1|(admissionregistration|apiextensions|apiregistration|rbac\.authorization|networking|policy|autoscaling|batch|apps|scheduling|storage|coordination|discovery|events|authorization|authentication|certificates|node)(\.k8s\.io)?\/.+)$/;

/** An API version with a kind: `policy/v1/PodDisruptionBudget`. */
const KIND = /\/[A-Z]\w*$/;

/** Whether the platform serves an API version, in the form that Helm asks for it: `group/version` or `group/version/Kind`. */
export function servesApi(platform: Platform, apiVersion: string): boolean {
  if (BUILT_IN.test(apiVersion)) return servedBuiltIn(apiVersion);
  const group = apiVersion.split('/')[0] ?? '';
  return PROVIDED[group]?.(platform) ?? false;
}

/**
 * The API versions that a Helm chart has to be told of, because it is rendered away from the cluster: those of CRDs, and
 * kinds. Of what Kubernetes itself serves Helm knows the versions alone (helm `pkg/chartutil/capabilities.go`).
 */
export function toldApis(platform: Platform, asked: readonly string[]): string[] {
  const unknownToHelm = asked.filter((apiVersion) => !BUILT_IN.test(apiVersion) || KIND.test(apiVersion));
  return unknownToHelm.filter((apiVersion) => servesApi(platform, apiVersion)).sort();
}

/** Beta and alpha versions that Kubernetes 1.33 no longer serves (kubernetes/api, APILifecycleRemoved). */
function servedBuiltIn(apiVersion: string): boolean {
  return /(^|\/)v\d+(\/|$)/.test(apiVersion);
}
