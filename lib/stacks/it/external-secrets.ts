import { CA_ISSUER } from '../../constructs/certificate-authority';
import { Component } from '../../constructs/component';
import { HelmRelease } from '../../constructs/helm-release';
import { MONITOR_LABELS } from '../../constructs/monitor-labels';
import { placeOn } from '../../constructs/placement';
import type { Stack } from '../../constructs/stack';
import { type ExternalSecretsValues, externalSecrets } from '../../helm/external-secrets';
import type { PodValues } from '../../helm/pod-values';
import type { Platform } from '../../model/platform';

/** Copies secrets from Vault into Secrets, and keeps them equal. */
export class ExternalSecrets extends Component {
  constructor(stack: Stack) {
    super(stack, 'external-secrets', { namespace: 'external-secrets-system' });
    new HelmRelease(this, 'release', { chart: externalSecrets, values: values(this.platform) });
  }
}

function values(platform: Platform): ExternalSecretsValues {
  const { sizing, stacks } = platform;
  const pods: PodValues = { ...placeOn(platform, 'infra'), priorityClassName: 'platform-infrastructure' };
  const metrics = { service: { enabled: stacks.observability } };
  return {
    installCRDs: true,
    replicaCount: sizing.replicas,
    leaderElect: sizing.replicas > 1,
    ...pods,
    resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { cpu: '200m', memory: '192Mi' } },
    metrics,
    serviceMonitor: { enabled: stacks.observability, additionalLabels: MONITOR_LABELS },
    webhook: {
      replicaCount: sizing.replicas,
      ...pods,
      resources: { requests: { cpu: '10m', memory: '48Mi' }, limits: { cpu: '100m', memory: '128Mi' } },
      metrics,
      certManager: {
        enabled: true,
        cert: {
          issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: CA_ISSUER },
          duration: '2160h',
          renewBefore: '720h',
        },
      },
    },
    certController: { create: false },
  };
}
