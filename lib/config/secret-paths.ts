import type { SecretUse } from '../model/settings';

/** Where secrets live under Vault's KV mount, unless `vault.paths` says otherwise. */
export const SECRET_PATHS: Readonly<Record<SecretUse, string>> = {
  argocdAdmin: 'argocd/admin',
  grafanaAdmin: 'grafana/admin',
  sonarqubeAdmin: 'sonarqube/admin',
  sonarqubeMonitoring: 'sonarqube/monitoring',
  sonarqubeDatabase: 'sonarqube/database',
  dockerRegistry: 'docker/registry',
};
