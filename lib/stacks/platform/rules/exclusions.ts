import type { Exclusion } from '../../../constructs/policy-rule';

/** Namespaces that Kubernetes makes itself, before any policy and without the platform's labels and limits. */
export const KUBERNETES_NAMESPACES = ['kube-system', 'kube-public', 'kube-node-lease'] as const;

/** What runs the cluster itself: k3s, the network and DNS have to start without Kyverno, and k3s labels and sizes its own pods. */
export const CLUSTER_COMPONENTS: Exclusion = {
  reason: 'k3s and Cilium keep the cluster itself alive and have to start without Kyverno',
  namespaces: KUBERNETES_NAMESPACES,
};
