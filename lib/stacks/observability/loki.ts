import { Component } from '../../constructs/component';
import { HelmRelease } from '../../constructs/helm-release';
import { placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { Stack } from '../../constructs/stack';
import { loki } from '../../helm/loki';
import type { LokiValues } from '../../helm/loki/values';
import type { Platform } from '../../model/platform';

/** Since when logs are written in the schema below; later schemas come after it, and this entry never changes. */
const SCHEMA_FROM = '2024-04-01';

/** Keeps logs on a volume: one pod that takes them in, answers queries and deletes what is too old. */
export class Loki extends Component {
  constructor(stack: Stack) {
    super(stack, 'loki');
    new HelmRelease(this, 'release', { chart: loki, values: values(this.platform) });
  }
}

function values(platform: Platform): LokiValues {
  const { storage } = platform;
  const off = { enabled: false };
  return {
    deploymentMode: 'SingleBinary',
    loki: configuration(platform),
    singleBinary: {
      ...placeOn(platform, 'infra'),
      replicas: 1,
      priorityClassName: 'platform-observability' satisfies PriorityClassName,
      resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '640Mi' } },
      persistence: {
        enabled: true,
        size: storage.loki,
        ...(storage.className === undefined ? {} : { storageClass: storage.className }),
        enableStatefulSetAutoDeletePVC: false,
      },
    },
    read: { replicas: 0 },
    write: { replicas: 0 },
    backend: { replicas: 0 },
    gateway: off,
    // Memcached servers of gigabytes each.
    chunksCache: off,
    resultsCache: off,
    lokiCanary: off,
    test: off,
    sidecar: { rules: off },
    rbac: { namespaced: true },
    monitoring: { serviceMonitor: { enabled: true, metricsInstance: off } },
  };
}

function configuration({ retention }: Platform): LokiValues['loki'] {
  return {
    auth_enabled: false,
    analytics: { reporting_enabled: false },
    commonConfig: { replication_factor: 1, ring: { kvstore: { store: 'inmemory' } } },
    storage: { type: 'filesystem' },
    schemaConfig: {
      configs: [
        {
          from: SCHEMA_FROM,
          store: 'tsdb',
          object_store: 'filesystem',
          schema: 'v13',
          index: { prefix: 'loki_index_', period: '24h' },
        },
      ],
    },
    limits_config: { retention_period: retention.logs },
    // Without it nothing is ever deleted, whatever the retention period says.
    compactor: { retention_enabled: true, delete_request_store: 'filesystem' },
  };
}
