import { Component } from '../../constructs/component';
import { ExposedWebService } from '../../constructs/exposed-web-service';
import { HelmRelease } from '../../constructs/helm-release';
import { MONITOR_LABELS } from '../../constructs/monitor-labels';
import { placeOn } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { Stack } from '../../constructs/stack';
import { VaultSecret } from '../../constructs/vault-secret';
import { type SonarqubeValues, sonarqube } from '../../helm/sonarqube';
import type { Platform } from '../../model/platform';
import { SonarqubeAdminPassword } from './sonarqube-admin-password';

/** Where SonarQube answers inside the cluster. */
export const SONARQUBE_URL = 'http://sonarqube.cicd.svc.cluster.local:9000';

const PASSCODE = { name: 'sonarqube-monitoring-passcode', key: 'passcode' };
const DATABASE = 'sonarqube-database';

/**
 * Heap of the three processes; they share the container's memory. The `-Xms` of Elasticsearch has to equal its `-Xmx`
 * (its bootstrap checks).
 */
const JAVA_OPTIONS = [
  { name: 'SONAR_WEB_JAVAOPTS', value: '-Xms128m -Xmx512m' },
  { name: 'SONAR_CE_JAVAOPTS', value: '-Xms128m -Xmx512m' },
  { name: 'SONAR_SEARCH_JAVAOPTS', value: '-Xms512m -Xmx512m' },
];

/** Analyses source code and keeps the results, with a PostgreSQL of its own. */
export class Sonarqube extends Component {
  constructor(stack: Stack) {
    super(stack, 'sonarqube');
    const { paths } = this.platform.vault;

    const credentials = new VaultSecret(this, 'admin', {
      name: 'sonarqube-admin-credentials',
      path: paths.sonarqubeAdmin,
      keys: { password: 'password' },
      // SonarQube starts with the password "admin" (documentation, "first steps").
      template: { password: '{{ .password }}', currentPassword: 'admin' },
      consumer: 'the Job sonarqube-admin-password, which gives it to the administrator',
    });
    new VaultSecret(this, 'passcode', {
      name: PASSCODE.name,
      path: paths.sonarqubeMonitoring,
      keys: { [PASSCODE.key]: 'passcode' },
      consumer: 'the liveness probe of SonarQube, and Prometheus',
    });
    new VaultSecret(this, 'database', {
      name: DATABASE,
      path: paths.sonarqubeDatabase,
      keys: { 'postgresql-password': 'password', 'postgresql-postgres-password': 'postgres-password' },
      consumer: 'SonarQube and its PostgreSQL',
    });

    new HelmRelease(this, 'release', { chart: sonarqube, values: values(this.platform) });
    new SonarqubeAdminPassword(this, 'admin-password', {
      serverUrl: SONARQUBE_URL,
      credentials: credentials.secretName,
    });
    new ExposedWebService(this, 'web', { subdomain: 'sonarqube', service: 'sonarqube', port: 9000 });
  }
}

/**
 * No container runs privileged or as root. Elasticsearch wants `vm.max_map_count` of 262144 on its node: the demo does
 * without, by leaving its checks out; other profiles expect nodes that are prepared.
 */
function values(platform: Platform): SonarqubeValues {
  const { profile, stacks, storage } = platform;
  const scheduling = {
    ...placeOn(platform, 'workloads'),
    priorityClassName: 'platform-cicd' satisfies PriorityClassName,
  };
  const storageClass = storage.className === undefined ? {} : { storageClass: storage.className };
  return {
    ...scheduling,
    fullnameOverride: 'sonarqube',
    community: { enabled: true },
    env: JAVA_OPTIONS,
    serviceAccount: { create: true },
    resources: {
      requests: { cpu: '200m', memory: '2Gi', 'ephemeral-storage': '512Mi' },
      limits: { cpu: '2', memory: '3Gi', 'ephemeral-storage': '2Gi' },
    },
    persistence: { enabled: true, size: storage.sonarqube, ...storageClass },
    initContainers: {
      resources: { requests: { cpu: '25m', memory: '32Mi' }, limits: { cpu: '100m', memory: '64Mi' } },
    },
    // The first start makes the schema of the database, which takes a loaded laptop longer than the chart's four minutes.
    startupProbe: { failureThreshold: 60 },
    initSysctl: { enabled: false },
    initFs: { enabled: false },
    elasticsearch: { bootstrapChecks: profile !== 'demo' },
    monitoringPasscodeSecretName: PASSCODE.name,
    monitoringPasscodeSecretKey: PASSCODE.key,
    prometheusMonitoring: { podMonitor: { enabled: stacks.observability, labels: MONITOR_LABELS } },
    tests: { enabled: false },
    postgresql: {
      enabled: true,
      existingSecret: DATABASE,
      resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
      persistence: { enabled: true, size: storage.sonarqubeDatabase, ...storageClass },
      primary: scheduling,
    },
  };
}
