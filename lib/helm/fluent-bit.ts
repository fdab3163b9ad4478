import type { Manifest } from '../model/manifest';
import { fullName } from './full-name';
import type { HelmChart, Release } from './helm-chart';
import { clusterRbac, configMap, daemonSet, object, service, serviceAccount, serviceMonitor } from './objects';
import { container, type PodValues, podFacts } from './pod-values';

/** A volume or mount of the agent's pod (core/v1 Volume, VolumeMount). */
type PodPart = Readonly<Record<string, unknown>> & { readonly name: string };

export interface FluentBitValues extends PodValues {
  readonly testFramework?: { readonly enabled?: boolean };
  readonly securityContext?: Readonly<Record<string, unknown>>;
  /** Sections of the configuration file, in the classic format. */
  readonly config?: {
    readonly service?: string;
    readonly inputs?: string;
    readonly filters?: string;
    readonly outputs?: string;
  };
  /** Replace the chart's own: logs of the host, of Docker, and `/etc/machine-id`. */
  readonly daemonSetVolumes?: readonly PodPart[];
  readonly daemonSetVolumeMounts?: readonly PodPart[];
  readonly serviceMonitor?: { readonly enabled?: boolean; readonly path?: string; readonly interval?: string };
}

/**
 * Fluent Bit: forwards container logs. Tolerates no taint unless told to.
 *
 * Templates that leave out the namespace: ConfigMap, DaemonSet, Service, ServiceAccount, ServiceMonitor.
 */
export const fluentBit: HelmChart<FluentBitValues> = {
  name: 'fluent-bit',
  repo: 'https://fluent.github.io/helm-charts',
  version: '0.54.0',
  appVersion: '4.1.0',
  includeCRDs: false,
  reservedLabels: [],
  asksFor: ['monitoring.coreos.com/v1'],
  render: (release) => ({
    objects: [...agent(release), ...monitor(release), ...connectionTest(release)],
    controllerMade: [],
    secretsRead: [],
  }),
};

function agent({ name: release, namespace, values }: Release<FluentBitValues>): Manifest[] {
  const name = fullName(release, 'fluent-bit');
  return [
    serviceAccount(namespace, name),
    ...clusterRbac(name),
    configMap(namespace, name),
    service(namespace, name, [{ name: 'http', port: 2020 }]),
    daemonSet(namespace, name, {
      ...podFacts(values),
      serviceAccountName: name,
      containers: [container('fluent-bit', values.resources)],
    }),
  ];
}

function monitor({ name: release, namespace, values, has }: Release<FluentBitValues>): Manifest[] {
  if (values.serviceMonitor?.enabled !== true || !has('monitoring.coreos.com/v1')) return [];
  return [serviceMonitor(namespace, fullName(release, 'fluent-bit'), {}, 'http')];
}

/** A Helm test. kustomize is told to skip tests, but the pod is the chart's, and its image is `busybox:latest`. */
function connectionTest({ name: release, namespace, values }: Release<FluentBitValues>): Manifest[] {
  if (values.testFramework?.enabled === false) return [];
  const name = `${fullName(release, 'fluent-bit')}-test-connection`;
  return [object('v1', 'Pod', name, namespace, { spec: { containers: [container('wget')] } })];
}
