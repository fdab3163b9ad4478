import type { Manifest } from '../../model/manifest';
import { cutName } from '../full-name';
import { configMap } from '../objects';
import { isOn } from '../switch';
import type { KubernetesPart } from './kubernetes-part';
import { scrapes } from './kubernetes-parts';
import { type StackRelease, stackName } from './stack-release';

/** Dashboards that come with Grafana (`templates/grafana/dashboards-1.14`, conditions in `hack/sync_grafana_dashboards.py`). */
const ALWAYS = [
  'cluster-total',
  'grafana-overview',
  'k8s-resources-cluster',
  'k8s-resources-multicluster',
  'k8s-resources-namespace',
  'k8s-resources-node',
  'k8s-resources-pod',
  'k8s-resources-workload',
  'k8s-resources-workloads-namespace',
  'namespace-by-pod',
  'namespace-by-workload',
  'persistentvolumesusage',
  'pod-total',
  'prometheus',
  'workload-total',
];

const OF_NODES = ['node-cluster-rsrc-use', 'node-rsrc-use', 'nodes', 'nodes-aix', 'nodes-darwin'];

const OF_KUBERNETES: Readonly<Record<string, KubernetesPart>> = {
  apiserver: 'kubeApiServer',
  'controller-manager': 'kubeControllerManager',
  etcd: 'kubeEtcd',
  'k8s-coredns': 'coreDns',
  kubelet: 'kubelet',
  proxy: 'kubeProxy',
  scheduler: 'kubeScheduler',
};

/** The ConfigMaps with the dashboards that the chart brings. */
export function defaultDashboards(release: StackRelease): Manifest[] {
  const { alertmanager, nodeExporter } = release.values;
  const kubernetes = Object.entries(OF_KUBERNETES).filter(([, part]) => scrapes(release, part));
  const names = [
    ...ALWAYS,
    ...(isOn(alertmanager) ? ['alertmanager-overview'] : []),
    ...(isOn(nodeExporter) ? OF_NODES : []),
    ...kubernetes.map(([name]) => name),
  ];
  return names.map((name) => configMap(release.namespace, cutName(`${stackName(release)}-${name}`, 63)));
}
