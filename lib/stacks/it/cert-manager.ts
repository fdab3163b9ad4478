import { Component } from '../../constructs/component';
import { HelmRelease } from '../../constructs/helm-release';
import { MONITOR_LABELS } from '../../constructs/monitor-labels';
import { placeOn } from '../../constructs/placement';
import type { Stack } from '../../constructs/stack';
import { type CertManagerValues, certManager } from '../../helm/cert-manager';
import type { Platform } from '../../model/platform';

/** Certificates, also those that the Gateway asks for by its annotation. */
export class CertManager extends Component {
  constructor(stack: Stack) {
    super(stack, 'cert-manager', { namespace: 'cert-manager' });
    new HelmRelease(this, 'release', { chart: certManager, values: values(this.platform, this.namespace) });
  }
}

function values(platform: Platform, namespace: string): CertManagerValues {
  const { sizing, stacks } = platform;
  const placement = placeOn(platform, 'infra');
  return {
    global: {
      priorityClassName: 'platform-infrastructure',
      // In its own namespace, so that it needs no rights in kube-system.
      leaderElection: { namespace },
    },
    crds: { enabled: true, keep: true },
    config: {
      apiVersion: 'controller.config.cert-manager.io/v1alpha1',
      kind: 'ControllerConfiguration',
      enableGatewayAPI: true,
    },
    replicaCount: sizing.replicas,
    ...placement,
    resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { cpu: '300m', memory: '256Mi' } },
    webhook: {
      replicaCount: sizing.replicas,
      ...placement,
      resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '100m', memory: '128Mi' } },
    },
    cainjector: {
      replicaCount: sizing.replicas,
      ...placement,
      resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { cpu: '200m', memory: '256Mi' } },
    },
    // A hook of Helm's; the order of the bootstrap waits for the webhook instead.
    startupapicheck: { enabled: false },
    prometheus: { enabled: true, servicemonitor: { enabled: stacks.observability, labels: MONITOR_LABELS } },
  };
}
