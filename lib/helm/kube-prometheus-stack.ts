import type { HelmChart } from './helm-chart';
import { alertmanager, madeOfAlertmanager } from './kube-prometheus-stack/alertmanager';
import { defaultRules } from './kube-prometheus-stack/default-rules';
import { grafana, secretsOfGrafana } from './kube-prometheus-stack/grafana';
import { kubeStateMetrics } from './kube-prometheus-stack/kube-state-metrics';
import { kubernetesParts } from './kube-prometheus-stack/kubernetes-parts';
import { nodeExporter } from './kube-prometheus-stack/node-exporter';
import { madeByOperator, operator } from './kube-prometheus-stack/operator';
import { madeOfPrometheus, prometheus } from './kube-prometheus-stack/prometheus';
import type { KubePrometheusStackValues } from './kube-prometheus-stack/values';

/**
 * Prometheus operator, Prometheus, Alertmanager, Grafana, kube-state-metrics and node-exporter. Some of its objects are
 * in `kube-system`. The contract holds with the CRDs left to their own chart and the Windows exporter off.
 *
 * Every template names its namespace.
 */
export const kubePrometheusStack: HelmChart<KubePrometheusStackValues> = {
  name: 'kube-prometheus-stack',
  repo: 'https://prometheus-community.github.io/helm-charts',
  version: '77.14.0',
  appVersion: 'v0.85.0',
  includeCRDs: false,
  reservedLabels: [],
  asksFor: ['autoscaling.k8s.io/v1', 'discovery.k8s.io/v1/EndpointSlice', 'policy/v1', 'policy/v1/PodDisruptionBudget'],
  render: (release) => ({
    objects: [
      ...operator(release),
      ...prometheus(release),
      ...alertmanager(release),
      ...kubernetesParts(release),
      ...defaultRules(release),
      ...grafana(release),
      ...kubeStateMetrics(release),
      ...nodeExporter(release),
    ],
    controllerMade: [...madeByOperator(release), ...madeOfPrometheus(release), ...madeOfAlertmanager(release)],
    secretsRead: secretsOfGrafana(release),
  }),
};
