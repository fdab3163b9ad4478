import type { KubernetesPart } from './kubernetes-part';

/**
 * Groups of rules that the chart brings, by their switch under `defaultRules.rules`
 * (`templates/prometheus/rules-1.14`, conditions in `hack/sync_prometheus_rules.py`).
 */
export const RULE_GROUPS = {
  alertmanager: ['alertmanager.rules'],
  configReloaders: ['config-reloaders'],
  etcd: ['etcd'],
  general: ['general.rules'],
  k8sContainerCpuUsageSecondsTotal: ['k8s.rules.container-cpu-usage-seconds-total'],
  k8sContainerMemoryCache: ['k8s.rules.container-memory-cache'],
  k8sContainerMemoryRss: ['k8s.rules.container-memory-rss'],
  k8sContainerMemorySwap: ['k8s.rules.container-memory-swap'],
  k8sContainerMemoryWorkingSetBytes: ['k8s.rules.container-memory-working-set-bytes'],
  k8sContainerResource: ['k8s.rules.container-resource'],
  k8sPodOwner: ['k8s.rules.pod-owner'],
  kubeApiserverAvailability: ['kube-apiserver-availability.rules'],
  kubeApiserverBurnrate: ['kube-apiserver-burnrate.rules'],
  kubeApiserverHistogram: ['kube-apiserver-histogram.rules'],
  kubeApiserverSlos: ['kube-apiserver-slos'],
  kubeControllerManager: ['kubernetes-system-controller-manager'],
  kubelet: ['kubelet.rules'],
  kubePrometheusGeneral: ['kube-prometheus-general.rules'],
  kubePrometheusNodeRecording: ['kube-prometheus-node-recording.rules'],
  kubeProxy: ['kubernetes-system-kube-proxy'],
  kubernetesApps: ['kubernetes-apps'],
  kubernetesResources: ['kubernetes-resources'],
  kubernetesStorage: ['kubernetes-storage'],
  kubernetesSystem: ['kubernetes-system', 'kubernetes-system-apiserver', 'kubernetes-system-kubelet'],
  kubeSchedulerAlerting: ['kubernetes-system-scheduler'],
  kubeSchedulerRecording: ['kube-scheduler.rules'],
  kubeStateMetrics: ['kube-state-metrics'],
  network: ['node-network'],
  node: ['node.rules'],
  nodeExporterAlerting: ['node-exporter'],
  nodeExporterRecording: ['node-exporter.rules'],
  prometheus: ['prometheus'],
  prometheusOperator: ['prometheus-operator'],
} as const;

export type RuleSwitch = keyof typeof RULE_GROUPS;

/** Groups that need a part of Kubernetes to be scraped besides their own switch. */
export const RULES_NEED: Readonly<Partial<Record<RuleSwitch, KubernetesPart>>> = {
  etcd: 'kubeEtcd',
  kubeApiserverAvailability: 'kubeApiServer',
  kubeApiserverBurnrate: 'kubeApiServer',
  kubeApiserverHistogram: 'kubeApiServer',
  kubeApiserverSlos: 'kubeApiServer',
  kubeControllerManager: 'kubeControllerManager',
  kubelet: 'kubelet',
  kubeProxy: 'kubeProxy',
  kubeSchedulerAlerting: 'kubeScheduler',
  kubeSchedulerRecording: 'kubeScheduler',
};
