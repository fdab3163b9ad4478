import { CA_ISSUER } from '../../constructs/certificate-authority';
import { Component } from '../../constructs/component';
import { ExposedWebService } from '../../constructs/exposed-web-service';
import { HelmRelease } from '../../constructs/helm-release';
import { placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { Stack } from '../../constructs/stack';
import { VaultSecret } from '../../constructs/vault-secret';
import { kubePrometheusStack } from '../../helm/kube-prometheus-stack';
import type { KubePrometheusStackValues } from '../../helm/kube-prometheus-stack/values';
import type { Platform } from '../../model/platform';
import { Dashboards } from './dashboards';
import { exporterValues } from './exporter-values';
import { GRAFANA_ADMIN, grafanaValues } from './grafana-values';
import { alertmanagerValues, prometheusValues } from './prometheus-values';
import { AlertRules } from './rules';

/** The release, from which most names follow: `prometheus-grafana`, `prometheus-kube-prometheus-prometheus`. */
const RELEASE = 'prometheus';

/** Metrics, alerts and dashboards: Prometheus with its operator, Alertmanager, Grafana, and exporters for the cluster. */
export class KubePrometheusStack extends Component {
  constructor(stack: Stack) {
    super(stack, 'kube-prometheus-stack');
    const web = new ExposedWebService(this, 'web', { subdomain: 'grafana', service: `${RELEASE}-grafana` });
    new HelmRelease(this, 'release', {
      chart: kubePrometheusStack,
      name: RELEASE,
      values: values(this.platform, web.hostname),
    });
    this.grafanaAdmin();
    new AlertRules(this, 'rules');
    new Dashboards(this, 'dashboards');
  }

  private grafanaAdmin(): void {
    const { secret, userKey, passwordKey } = GRAFANA_ADMIN;
    new VaultSecret(this, 'grafana-admin', {
      name: secret,
      path: this.platform.vault.paths.grafanaAdmin,
      keys: { [passwordKey]: 'admin-password' },
      template: { [userKey]: 'admin', [passwordKey]: `{{ index . "${passwordKey}" }}` },
      consumer: 'Grafana',
    });
  }
}

function values(platform: Platform, grafanaHostname: string): KubePrometheusStackValues {
  return {
    // A chart of their own, so that they are there before the first monitor of the bootstrap layer.
    crds: { enabled: false },
    // The platform has rules of its own for these.
    defaultRules: { disabled: { TargetDown: true, KubeQuotaAlmostFull: true } },
    prometheusOperator: operatorValues(platform),
    prometheus: prometheusValues(platform),
    alertmanager: alertmanagerValues(platform),
    grafana: grafanaValues(platform, grafanaHostname),
    ...exporterValues(platform),
  };
}

function operatorValues(platform: Platform): NonNullable<KubePrometheusStackValues['prometheusOperator']> {
  return {
    ...placeOn(platform, 'infra'),
    priorityClassName: 'platform-observability' satisfies PriorityClassName,
    resources: { requests: { cpu: '50m', memory: '96Mi' }, limits: { cpu: '200m', memory: '192Mi' } },
    prometheusConfigReloader: {
      resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '50m', memory: '64Mi' } },
    },
    admissionWebhooks: {
      // Rules are also checked when the operator loads them: no rule may wait for an operator that is away.
      failurePolicy: 'Ignore',
      // Jobs that patch what is rendered, so that Argo CD would always find a difference.
      patch: { enabled: false },
      certManager: {
        enabled: true,
        issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: CA_ISSUER },
        admissionCert: { duration: '2160h0m0s' },
      },
    },
  };
}
