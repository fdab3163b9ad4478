/** A part of Kubernetes itself that the stack can scrape: the key of its values. */
export type KubernetesPart =
  | 'coreDns'
  | 'kubeApiServer'
  | 'kubeControllerManager'
  | 'kubeDns'
  | 'kubeEtcd'
  | 'kubeProxy'
  | 'kubeScheduler'
  | 'kubelet';
