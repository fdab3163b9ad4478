import type {
  AutoUnsealSettings,
  LabelSettings,
  NodePoolSettings,
  NodePoolsSettings,
  RepositorySettings,
  RetentionSettings,
  SecretUse,
  Settings,
  StackName,
  StorageSettings,
  TlsMode,
  VaultSettings,
} from '../model/settings';
import { dnsShape } from './dns-shape';
import { type Fields, list, mapOf, object, required } from './objects';
import { PROFILES } from './profiles';
import { flag, oneOf, text, wholeNumber } from './scalars';
import { gitRevision } from './syntax/git-revision';
import { gitUrl } from './syntax/git-url';
import { businessLabel, labelValue, nodeLabelKey } from './syntax/label';
import { clusterName, objectName } from './syntax/names';
import { logsRetention, metricsRetention } from './syntax/retention';
import { storageSize } from './syntax/storage-size';
import { taint } from './syntax/taint';
import { sealParameter, vaultAuthMount, vaultMount, vaultPath } from './syntax/vault-path';
import { valuesShape } from './values-shape';

const nodePool = object<NodePoolSettings>({
  nodes: wholeNumber(1),
  labels: mapOf(nodeLabelKey, text(labelValue)),
  taints: list(text(taint)),
});

const size = text(storageSize);

const storage = object<StorageSettings>({
  prometheus: size,
  alertmanager: size,
  grafana: size,
  loki: size,
  vault: size,
  sonarqube: size,
  sonarqubeDatabase: size,
  trivy: size,
  className: text(objectName),
});

const path = text(vaultPath);

const vault = object<VaultSettings>({
  mount: text(vaultMount),
  authMount: text(vaultAuthMount),
  paths: object<Partial<Record<SecretUse, string>>>({
    argocdAdmin: path,
    grafanaAdmin: path,
    sonarqubeAdmin: path,
    sonarqubeMonitoring: path,
    sonarqubeDatabase: path,
    dockerRegistry: path,
  }),
  autoUnseal: object<AutoUnsealSettings>({
    type: required(
      oneOf<AutoUnsealSettings['type']>({ awskms: true, gcpckms: true, azurekeyvault: true, transit: true }),
    ),
    parameters: required(mapOf(sealParameter, text({ takes: 'strings', fault: () => undefined }))),
    credentialsSecret: text(objectName),
  }),
});

/** The settings, key by key. */
export const SETTINGS: Fields<Settings> = {
  clusterName: text(clusterName),
  repository: required(
    object<RepositorySettings>({ url: required(text(gitUrl)), revision: text(gitRevision) }),
    "an object such as { url: 'https://github.com/your-org/idp.git' }",
  ),
  dns: required(dnsShape),
  tls: oneOf<TlsMode>({ annotation: true, certificate: true }),
  labels: object<LabelSettings>({
    owner: text(businessLabel),
    'business-unit': text(businessLabel),
    environment: text(businessLabel),
  }),
  profile: oneOf(PROFILES),
  stacks: object<Partial<Record<StackName, boolean>>>({
    platform: flag,
    observability: flag,
    cicd: flag,
    security: flag,
  }),
  nodePools: object<NodePoolsSettings>({ controlPlane: nodePool, infra: nodePool, workloads: nodePool }),
  storage,
  retention: object<RetentionSettings>({ metrics: text(metricsRetention), logs: text(logsRetention) }),
  vault,
  values: valuesShape,
};
