import type { Manifest } from '../../model/manifest';
import { type ServicePort, service } from '../objects';
import { isOn } from '../switch';
import type { KubernetesPart } from './kubernetes-part';
import { type StackRelease, stackMonitor, stackName } from './stack-release';

interface Source {
  /** Last part of its names. */
  readonly name: string;
  /** Port that its ServiceMonitor names. */
  readonly port: string;
  /** Ports of the headless Service that the chart makes in `kube-system`; none where Kubernetes brings one. */
  readonly servicePorts: readonly ServicePort[];
}

/** `templates/exporters/*`: Services in `kube-system`, ServiceMonitors in the namespace of the release. */
const SOURCES: Readonly<Record<KubernetesPart, Source>> = {
  coreDns: source('coredns', 9153),
  kubeApiServer: { name: 'apiserver', port: 'https', servicePorts: [] },
  kubeControllerManager: source('kube-controller-manager', 10257),
  kubeDns: {
    name: 'kube-dns',
    port: 'http-metrics-dnsmasq',
    servicePorts: [
      { name: 'http-metrics-dnsmasq', port: 10054 },
      { name: 'http-metrics-skydns', port: 10055 },
    ],
  },
  kubeEtcd: source('kube-etcd', 2381),
  kubeProxy: source('kube-proxy', 10249),
  kubeScheduler: source('kube-scheduler', 10259),
  kubelet: { name: 'kubelet', port: 'https-metrics', servicePorts: [] },
};

/** Whether a part of Kubernetes is scraped: all are by default, but for the predecessor of CoreDNS. */
export function scrapes({ values }: Pick<StackRelease, 'values'>, part: KubernetesPart): boolean {
  return isOn(values[part], part !== 'kubeDns');
}

/** Services and ServiceMonitors for the parts of Kubernetes itself. */
export function kubernetesParts(release: StackRelease): Manifest[] {
  return (Object.keys(SOURCES) as KubernetesPart[])
    .filter((part) => scrapes(release, part))
    .flatMap((part) => {
      const { name, port, servicePorts } = SOURCES[part];
      const full = `${stackName(release)}-${name}`;
      const services = servicePorts.length > 0 ? [service('kube-system', full, servicePorts)] : [];
      return [...services, stackMonitor(release, full, port)];
    });
}

function source(name: string, port: number): Source {
  return { name, port: 'http-metrics', servicePorts: [{ name: 'http-metrics', port }] };
}
