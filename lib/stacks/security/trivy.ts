import { Component } from '../../constructs/component';
import { HelmRelease } from '../../constructs/helm-release';
import { chartLabels } from '../../constructs/labels';
import { placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { Stack } from '../../constructs/stack';
import { trivyOperator } from '../../helm/trivy-operator';
import type { TrivyOperatorValues } from '../../helm/trivy-operator/values';
import type { Platform } from '../../model/platform';

/** How long a scan may take: time to fetch an image of some gigabytes over a slow line. */
const SCAN_MINUTES = 10;

const PRIORITY = 'platform-security' satisfies PriorityClassName;

/**
 * Scans images, configuration and roles of what runs in the cluster, and keeps the findings as reports.
 *
 * A Trivy server holds the vulnerability database, so that it is fetched once and not by every scan Job.
 */
export class Trivy extends Component {
  constructor(stack: Stack) {
    super(stack, 'trivy');
    new HelmRelease(this, 'release', { chart: trivyOperator, values: values(this.platform) });
  }
}

function values(platform: Platform): TrivyOperatorValues {
  const { stacks, storage } = platform;
  return {
    ...placeOn(platform, 'infra'),
    priorityClassName: PRIORITY,
    resources: { requests: { cpu: '50m', memory: '192Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    // All others, those of teams to come included. What is left out belongs to Kubernetes and its distribution.
    excludeNamespaces: 'kube-system,kube-public,kube-node-lease',
    operator: scanners(),
    serviceMonitor: { enabled: stacks.observability },
    trivyOperator: scanJobs(platform),
    trivy: {
      priorityClassName: PRIORITY,
      timeout: `${SCAN_MINUTES}m0s`,
      resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
      server: { resources: { requests: { cpu: '50m', memory: '256Mi' }, limits: { cpu: '500m', memory: '1Gi' } } },
      storageSize: storage.trivy,
      ...(storage.className === undefined ? {} : { storageClassName: storage.className }),
    },
    compliance: {
      cron: '0 */6 * * *',
      // Not CIS: most of its controls are about files of nodes, which are not collected.
      specs: ['k8s-nsa-1.0', 'k8s-pss-baseline-0.1', 'k8s-pss-restricted-0.1'],
    },
  };
}

function scanners(): TrivyOperatorValues['operator'] {
  return {
    replicas: 1,
    builtInTrivyServer: true,
    // Two at a time: on a laptop, more would starve what they scan.
    scanJobsConcurrentLimit: 2,
    scanJobTimeout: `${SCAN_MINUTES}m`,
    vulnerabilityScannerEnabled: true,
    exposedSecretScannerEnabled: true,
    sbomGenerationEnabled: true,
    configAuditScannerEnabled: true,
    rbacAssessmentScannerEnabled: true,
    clusterComplianceEnabled: true,
    // Its collector mounts directories of every node, and looks for files that kubeadm makes and k3s does not.
    infraAssessmentScannerEnabled: false,
  };
}

function scanJobs(platform: Platform): TrivyOperatorValues['trivyOperator'] {
  const { nodeSelector, tolerations } = placeOn(platform, 'workloads');
  return {
    scanJobNodeSelector: nodeSelector,
    scanJobTolerations: tolerations,
    scanJobPodPriorityClassName: PRIORITY,
    // kustomize labels what a chart renders; these pods are the operator's.
    scanJobPodTemplateLabels: Object.entries(chartLabels(platform, trivyOperator.reservedLabels))
      .map(([key, value]) => `${key}=${value}`)
      .join(','),
  };
}
