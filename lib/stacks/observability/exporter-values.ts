import { everyNode, placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { KubePrometheusStackValues } from '../../helm/kube-prometheus-stack/values';
import type { Platform } from '../../model/platform';

const PRIORITY = 'platform-observability' satisfies PriorityClassName;

type ExporterValues = Pick<
  KubePrometheusStackValues,
  | 'kube-state-metrics'
  | 'kubeControllerManager'
  | 'kubeEtcd'
  | 'kubelet'
  | 'kubeProxy'
  | 'kubeScheduler'
  | 'prometheus-node-exporter'
>;

/** Where metrics of the cluster itself come from: its objects, its nodes, and the parts of Kubernetes that answer. */
export function exporterValues(platform: Platform): ExporterValues {
  return {
    ...partsOfKubernetes(),
    'kube-state-metrics': {
      ...placeOn(platform, 'infra'),
      priorityClassName: PRIORITY,
      resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { cpu: '100m', memory: '128Mi' } },
      prometheus: { monitor: { http: { honorLabels: true } } },
    },
    'prometheus-node-exporter': {
      ...everyNode(),
      priorityClassName: PRIORITY,
      resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { cpu: '100m', memory: '64Mi' } },
      // The root of a node that is a container is no shared mount: with propagation the pod would not start.
      hostRootFsMount: { mountPropagation: '' },
    },
  };
}

/** k3s runs them all in one process and lets nobody but the node ask them; kube-proxy is replaced by Cilium. */
function partsOfKubernetes(): ExporterValues {
  const off = { enabled: false };
  return {
    kubeControllerManager: off,
    kubeEtcd: off,
    kubeProxy: off,
    kubeScheduler: off,
    kubelet: {
      enabled: true,
      // The kubelet of a k3s server repeats what the API server, in the same process, is scraped for.
      serviceMonitor: {
        metricRelabelings: [{ action: 'drop', sourceLabels: ['__name__'], regex: '(apiserver|etcd)_.*' }],
      },
    },
  };
}
