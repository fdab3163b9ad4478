import type { Manifest } from '../model/manifest';
import type { Pod } from '../model/workload';
import { fullName } from './full-name';
import type { HelmChart, Release } from './helm-chart';
import {
  clusterRbac,
  configMap,
  crds,
  namespacedRbac,
  object,
  secret,
  service,
  serviceAccount,
  serviceMonitor,
  workload,
} from './objects';
import { container, podFacts } from './pod-values';
import { isOn } from './switch';
import { scanJobs } from './trivy-operator/scan-jobs';
import type { TrivyOperatorValues } from './trivy-operator/values';

type TrivyRelease = Release<TrivyOperatorValues>;

const REPORTS = [
  'clustercompliancereports',
  'clusterconfigauditreports',
  'clusterinfraassessmentreports',
  'clusterrbacassessmentreports',
  'clustersbomreports',
  'clustervulnerabilityreports',
  'configauditreports',
  'exposedsecretreports',
  'infraassessmentreports',
  'rbacassessmentreports',
  'sbomreports',
  'vulnerabilityreports',
];

const DEFAULT_SPECS = ['k8s-cis-1.23', 'k8s-nsa-1.0', 'k8s-pss-baseline-0.1', 'k8s-pss-restricted-0.1'];

/**
 * Trivy operator: scans the images, configuration and roles of what runs in the cluster. Many of its names are fixed,
 * whatever the release is called.
 *
 * Templates name their namespace.
 */
export const trivyOperator: HelmChart<TrivyOperatorValues> = {
  name: 'trivy-operator',
  repo: 'https://aquasecurity.github.io/helm-charts/',
  version: '0.31.0',
  appVersion: '0.29.0',
  includeCRDs: true,
  reservedLabels: [],
  asksFor: ['monitoring.coreos.com/v1'],
  render: (release) => ({
    objects: [
      ...crds(REPORTS.map((plural) => `${plural}.aquasecurity.github.io`)),
      ...rbac(release),
      ...configuration(release),
      ...operator(release),
      ...server(release),
      ...compliance(release),
    ],
    controllerMade: scanJobs(release),
    secretsRead: [],
  }),
};

function rbac({ name: release, namespace }: TrivyRelease): Manifest[] {
  const name = fullName(release, 'trivy-operator');
  return [
    serviceAccount(namespace, name),
    ...clusterRbac(name),
    ...namespacedRbac(namespace, name),
    ...namespacedRbac(namespace, `${name}-leader-election`),
    ...['config-audit', 'exposed-secret', 'vulnerability'].map((report) =>
      object('rbac.authorization.k8s.io/v1', 'ClusterRole', `aggregate-${report}-reports-view`),
    ),
  ];
}

function configuration({ namespace }: TrivyRelease): Manifest[] {
  return [
    configMap(namespace, 'trivy-operator'),
    configMap(namespace, 'trivy-operator-config'),
    configMap(namespace, 'trivy-operator-policies-config'),
    configMap(namespace, 'trivy-operator-trivy-config'),
    secret(namespace, 'trivy-operator', []),
    secret(namespace, 'trivy-operator-trivy-config', []),
  ];
}

function operator({ name: release, namespace, values, has }: TrivyRelease): Manifest[] {
  const name = fullName(release, 'trivy-operator');
  const monitored = isOn(values.serviceMonitor, false) && has('monitoring.coreos.com/v1');
  const pod: Pod = {
    ...podFacts(values),
    serviceAccountName: name,
    containers: [container('trivy-operator', values.resources)],
  };
  return [
    service(namespace, name, [{ name: 'metrics', port: 80 }]),
    object('apps/v1', 'Deployment', name, namespace, {
      spec: { replicas: values.operator?.replicas ?? 1, strategy: { type: 'Recreate' }, template: { spec: pod } },
    }),
    ...(monitored ? [serviceMonitor(namespace, name, {}, 'metrics')] : []),
  ];
}

function server({ name: release, namespace, values }: TrivyRelease): Manifest[] {
  if (values.operator?.builtInTrivyServer !== true) return [];
  const { priorityClassName, server: own, storageClassName = '', storageSize = '5Gi' } = values.trivy ?? {};
  const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: storageSize } } };
  const statefulSet = workload('StatefulSet', namespace, 'trivy-server', 1, {
    ...podFacts({ ...values, priorityClassName }),
    serviceAccountName: fullName(release, 'trivy-operator'),
    containers: [container('trivy-server', own?.resources)],
  });
  const spec = storageClassName === '' ? claim : { ...claim, storageClassName };
  return [
    service(namespace, 'trivy-service', [{ name: 'trivy-http', port: 4954 }]),
    {
      ...statefulSet,
      spec: { ...(statefulSet.spec as object), volumeClaimTemplates: [{ metadata: { name: 'data' }, spec }] },
    },
  ];
}

function compliance({ values }: TrivyRelease): Manifest[] {
  const { specs = DEFAULT_SPECS } = values.compliance ?? {};
  return specs.map((spec) => object('aquasecurity.github.io/v1alpha1', 'ClusterComplianceReport', spec));
}
