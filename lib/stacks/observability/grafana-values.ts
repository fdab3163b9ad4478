import { placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { GrafanaValues } from '../../helm/kube-prometheus-stack/grafana-values';
import type { Platform } from '../../model/platform';
import { DASHBOARD_LABEL } from './dashboards/dashboard';
import { DATASOURCES, LOKI } from './datasources';

/** The Secret that the administrator's name and password come from, and its keys. */
export const GRAFANA_ADMIN = {
  secret: 'grafana-admin-credentials',
  userKey: 'admin-user',
  passwordKey: 'admin-password',
} as const;

/** Dashboards over metrics and logs; `hostname` is where browsers find it. */
export function grafanaValues(platform: Platform, hostname: string): GrafanaValues {
  const { storage } = platform;
  const { secret, userKey, passwordKey } = GRAFANA_ADMIN;
  return {
    ...placeOn(platform, 'infra'),
    priorityClassName: 'platform-dashboards' satisfies PriorityClassName,
    resources: { requests: { cpu: '100m', memory: '160Mi' }, limits: { cpu: '500m', memory: '384Mi' } },
    admin: { existingSecret: secret, userKey, passwordKey },
    // Two pods cannot share the volume, nor the SQLite file on it.
    deploymentStrategy: { type: 'Recreate' },
    persistence: {
      enabled: true,
      size: storage.grafana,
      ...(storage.className === undefined ? {} : { storageClassName: storage.className }),
    },
    // The group of the volume is the pod's, so that no container has to change owners as root.
    initChownData: { enabled: false },
    testFramework: { enabled: false },
    'grafana.ini': {
      server: { domain: hostname, root_url: `https://${hostname}` },
      analytics: { reporting_enabled: false, check_for_updates: false, check_for_plugin_updates: false },
    },
    sidecar: {
      resources: { requests: { cpu: '20m', memory: '80Mi' }, limits: { cpu: '100m', memory: '160Mi' } },
      dashboards: { enabled: true, ...DASHBOARD_LABEL, searchNamespace: 'ALL' },
      datasources: { enabled: true, uid: DATASOURCES.metrics, isDefaultDatasource: true },
    },
    additionalDataSources: [
      {
        name: 'Loki',
        uid: DATASOURCES.logs,
        type: 'loki',
        access: 'proxy',
        url: `http://${LOKI.host}:${LOKI.port}`,
        isDefault: false,
      },
    ],
  };
}
