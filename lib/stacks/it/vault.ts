import { Component } from '../../constructs/component';
import { ExposedWebService } from '../../constructs/exposed-web-service';
import { HelmRelease } from '../../constructs/helm-release';
import { MONITOR_LABELS } from '../../constructs/monitor-labels';
import { placeOn } from '../../constructs/placement';
import type { Stack } from '../../constructs/stack';
import { VaultBootstrap } from '../../constructs/vault-bootstrap';
import { type VaultValues, vault } from '../../helm/vault';
import type { Platform } from '../../model/platform';
import { sealCredentials, serverConfig } from './vault-server';

const RELEASE = 'vault';

/** Keeps the platform's secrets: Raft storage, plain HTTP inside the cluster, https through the Gateway. */
export class Vault extends Component {
  constructor(stack: Stack) {
    super(stack, 'vault', { namespace: 'vault-system' });
    const servers = serverCount(this.platform);
    new HelmRelease(this, 'release', { chart: vault, name: RELEASE, values: values(this.platform, servers) });
    new VaultBootstrap(this, 'bootstrap', { statefulSet: RELEASE, servers });
    new ExposedWebService(this, 'web', { subdomain: 'vault', service: RELEASE, port: 8200 });
  }
}

/** Raft needs a majority: two servers would tolerate the loss of none, and cost twice as much as one. */
function serverCount({ sizing }: Platform): number {
  return sizing.replicas < 3 ? 1 : sizing.replicas;
}

function values(platform: Platform, servers: number): VaultValues {
  const { stacks, storage } = platform;
  return {
    global: { tlsDisable: true },
    injector: { enabled: false },
    server: {
      priorityClassName: 'platform-infrastructure',
      ...placeOn(platform, 'infra'),
      ...spread(platform, servers),
      resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '384Mi' } },
      // Asks `vault status`: a server that is sealed or not initialised is not ready, but must live to be unsealed.
      readinessProbe: { enabled: true },
      livenessProbe: { enabled: false },
      authDelegator: { enabled: true },
      dataStorage: {
        enabled: true,
        size: storage.vault,
        ...(storage.className === undefined ? {} : { storageClass: storage.className }),
      },
      ...sealCredentials(platform.vault.autoUnseal),
      ...mode(platform, servers),
    },
    ui: { enabled: true, serviceType: 'ClusterIP' },
    serverTelemetry: {
      serviceMonitor: { enabled: stacks.observability, selectors: MONITOR_LABELS },
      prometheusRules: { enabled: false },
    },
  };
}

function mode(platform: Platform, servers: number): Pick<VaultValues['server'], 'standalone' | 'ha'> {
  const config = serverConfig(RELEASE, servers, platform.vault.autoUnseal);
  if (servers === 1) return { standalone: { enabled: true, config } };
  return {
    standalone: { enabled: false },
    ha: { enabled: true, replicas: servers, raft: { enabled: true, setNodeId: true, config } },
  };
}

/** The chart refuses to put two servers on one node, so that on a smaller pool some would wait for ever. */
function spread({ nodePools }: Platform, servers: number): Pick<VaultValues['server'], 'affinity'> {
  if (nodePools.infra.nodes >= servers) return {};
  const matchLabels = { 'app.kubernetes.io/name': 'vault', 'app.kubernetes.io/instance': RELEASE, component: 'server' };
  const podAffinityTerm = { labelSelector: { matchLabels }, topologyKey: 'kubernetes.io/hostname' };
  const preferred = [{ weight: 100, podAffinityTerm }];
  return { affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: preferred } } };
}
