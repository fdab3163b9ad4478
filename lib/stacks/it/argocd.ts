import { Component } from '../../constructs/component';
import { ExposedWebService } from '../../constructs/exposed-web-service';
import { HelmRelease } from '../../constructs/helm-release';
import { MONITOR_LABELS } from '../../constructs/monitor-labels';
import { placeOn } from '../../constructs/placement';
import type { Stack } from '../../constructs/stack';
import { VaultSecret } from '../../constructs/vault-secret';
import { VaultSecretStore } from '../../constructs/vault-secret-store';
import { type ArgoCdPart, type ArgoCdValues, argoCd } from '../../helm/argo-cd';
import type { Platform } from '../../model/platform';
import type { Resources } from '../../model/workload';
import { GATEWAY_HEALTH, GATEWAY_HEALTH_KEY } from './gateway-health';
import { redisHa } from './redis-ha';

const RELEASE = 'argocd';

/** Keeps the cluster equal to the repository. */
export class ArgoCd extends Component {
  constructor(stack: Stack) {
    super(stack, 'argocd', { namespace: 'argocd' });
    const web = new ExposedWebService(this, 'web', { subdomain: 'argocd', service: `${RELEASE}-server` });
    new HelmRelease(this, 'release', { chart: argoCd, name: RELEASE, values: values(this.platform, web.hostname) });
    new VaultSecretStore(this, 'store');
    new VaultSecret(this, 'admin', {
      name: 'argocd-admin',
      path: this.platform.vault.paths.argocdAdmin,
      keys: { 'admin.password': 'admin.password' },
      // Argo CD wants the hash; the password itself stays in Vault, for people to read.
      seeds: { password: { kind: 'random', length: 24 }, 'admin.password': { kind: 'bcrypt', of: 'password' } },
      mergeInto: 'argocd-secret',
      consumer: 'Argo CD, for the login of its user admin',
    });
  }
}

function values(platform: Platform, domain: string): ArgoCdValues {
  const { replicas } = platform.sizing;
  return {
    crds: { install: true },
    global: {
      domain,
      priorityClassName: 'platform-infrastructure',
      ...placeOn(platform, 'infra'),
      logging: { format: 'json', level: 'info' },
    },
    configs: {
      cm: {
        'admin.enabled': true,
        'application.resourceTrackingMethod': 'annotation',
        'kustomize.buildOptions': '--enable-helm',
        [GATEWAY_HEALTH_KEY]: GATEWAY_HEALTH,
      },
      params: {
        // The Gateway ends TLS; with TLS of its own the server would redirect in circles.
        'server.insecure': true,
        'controller.diff.server.side': 'true',
      },
      // Without a password: ESO merges it in.
      secret: { createSecret: true },
    },
    controller: { replicas: 1, ...monitored(platform), resources: size('100m', '384Mi', '1', '1Gi') },
    server: { replicas, ...monitored(platform), resources: size('50m', '96Mi', '300m', '256Mi') },
    repoServer: {
      replicas,
      ...monitored(platform),
      // Renders Helm charts, a large one at a time.
      resources: size('100m', '192Mi', '1', '768Mi'),
      copyutil: { resources: size('10m', '32Mi', '200m', '64Mi') },
    },
    applicationSet: { replicas, ...monitored(platform), resources: size('20m', '64Mi', '200m', '192Mi') },
    notifications: { enabled: false },
    dex: { enabled: false },
    redis: { resources: size('20m', '32Mi', '200m', '128Mi') },
    redisSecretInit: { resources: size('10m', '64Mi', '200m', '192Mi') },
    'redis-ha': redisHa(platform),
  };
}

function monitored({ stacks }: Platform): Pick<ArgoCdPart, 'metrics'> {
  const enabled = stacks.observability;
  return { metrics: { enabled, serviceMonitor: { enabled, additionalLabels: MONITOR_LABELS } } };
}

function size(cpu: string, memory: string, cpuLimit: string, memoryLimit: string): Resources {
  return { requests: { cpu, memory }, limits: { cpu: cpuLimit, memory: memoryLimit } };
}
