import { chartLabels } from '../../constructs/labels';
import { placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { KubePrometheusStackValues } from '../../helm/kube-prometheus-stack/values';
import type { Platform } from '../../model/platform';
import { parseQuantity } from '../../model/quantity';

/** Part of the volume that metrics may fill; the rest is for the write-ahead log and for compaction. */
const FILLED = 0.85;

/** More replicas than this only cost memory: each scrapes everything, and each is complete. */
const MOST_PROMETHEUS_REPLICAS = 2;

const PRIORITY = 'platform-observability' satisfies PriorityClassName;

/** The server that scrapes metrics, keeps them and evaluates rules. */
export function prometheusValues(platform: Platform): NonNullable<KubePrometheusStackValues['prometheus']> {
  const { retention, sizing, storage } = platform;
  const replicas = Math.min(sizing.replicas, MOST_PROMETHEUS_REPLICAS);
  return {
    // Replicas scrape at different moments: a dashboard that asks now one, now the other, shows curves that jump.
    ...(replicas > 1 ? { service: { sessionAffinity: 'ClientIP' } } : {}),
    prometheusSpec: {
      ...placeOn(platform, 'infra'),
      ...everyMonitor(),
      replicas,
      priorityClassName: PRIORITY,
      podMetadata: { labels: chartLabels(platform, []) },
      resources: { requests: { cpu: '200m', memory: '640Mi' }, limits: { cpu: '1', memory: '1536Mi' } },
      retention: retention.metrics,
      retentionSize: retentionSize(storage.prometheus),
      storageSpec: claim(platform, storage.prometheus),
    },
  };
}

/** Groups alerts and sends them on; where to is for the user to say, in values or AlertmanagerConfigs. */
export function alertmanagerValues(platform: Platform): NonNullable<KubePrometheusStackValues['alertmanager']> {
  return {
    alertmanagerSpec: {
      ...placeOn(platform, 'infra'),
      replicas: platform.sizing.replicas,
      priorityClassName: PRIORITY,
      podMetadata: { labels: chartLabels(platform, []) },
      resources: { requests: { cpu: '20m', memory: '48Mi' }, limits: { cpu: '100m', memory: '96Mi' } },
      storage: claim(platform, platform.storage.alertmanager),
    },
  };
}

/** Reads every monitor and rule of the cluster, not only those with the label of this release. */
function everyMonitor(): NonNullable<NonNullable<KubePrometheusStackValues['prometheus']>['prometheusSpec']> {
  return {
    podMonitorSelectorNilUsesHelmValues: false,
    probeSelectorNilUsesHelmValues: false,
    ruleSelectorNilUsesHelmValues: false,
    scrapeConfigSelectorNilUsesHelmValues: false,
    serviceMonitorSelectorNilUsesHelmValues: false,
  };
}

/** Prometheus knows no fractions: `4352MiB` of 5Gi. */
function retentionSize(volume: string): string {
  return `${Math.floor((parseQuantity(volume) * FILLED) / 2 ** 20)}MiB`;
}

function claim({ storage }: Platform, size: string) {
  const { className } = storage;
  return {
    volumeClaimTemplate: {
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: size } },
        ...(className === undefined ? {} : { storageClassName: className }),
      },
    },
  };
}
