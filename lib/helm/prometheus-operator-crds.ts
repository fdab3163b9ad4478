import type { HelmChart } from './helm-chart';
import { crds } from './objects';

/** Every CRD is on by default; the platform takes them all. */
export type PrometheusOperatorCrdsValues = Readonly<Record<string, never>>;

/** The kinds of the Prometheus operator, plural as in the CRDs' names (`crds/prometheus-operator@v0.85.0`). */
const KINDS = [
  'alertmanagerconfigs',
  'alertmanagers',
  'podmonitors',
  'probes',
  'prometheusagents',
  'prometheuses',
  'prometheusrules',
  'scrapeconfigs',
  'servicemonitors',
  'thanosrulers',
];

/** CRDs of the Prometheus operator, apart from the operator, so that charts of the bootstrap can bring ServiceMonitors. */
export const prometheusOperatorCrds: HelmChart<PrometheusOperatorCrdsValues> = {
  name: 'prometheus-operator-crds',
  repo: 'https://prometheus-community.github.io/helm-charts',
  version: '23.0.0',
  appVersion: 'v0.85.0',
  includeCRDs: false,
  reservedLabels: [],
  asksFor: [],
  render: () => ({
    objects: crds(KINDS.map((plural) => `${plural}.monitoring.coreos.com`)),
    controllerMade: [],
    secretsRead: [],
  }),
};
