import type { Sizing, Storage } from '../model/platform';
import type { Profile } from '../model/settings';

/** What a profile decides, and what it proposes where the settings say nothing. */
export interface ProfileDefaults {
  readonly sizing: Sizing;
  readonly storage: Storage;
  readonly retention: { readonly metrics: string; readonly logs: string };
}

/** From a laptop (`demo`) to a cluster that people depend on (`prod`). */
export const PROFILES: Readonly<Record<Profile, ProfileDefaults>> = {
  demo: {
    sizing: { replicas: 1, policyAction: 'Audit' },
    storage: {
      prometheus: '5Gi',
      alertmanager: '1Gi',
      grafana: '1Gi',
      loki: '5Gi',
      vault: '1Gi',
      sonarqube: '5Gi',
      sonarqubeDatabase: '5Gi',
      trivy: '5Gi',
    },
    retention: { metrics: '2d', logs: '48h' },
  },
  staging: {
    sizing: { replicas: 2, policyAction: 'Enforce' },
    storage: {
      prometheus: '20Gi',
      alertmanager: '1Gi',
      grafana: '2Gi',
      loki: '20Gi',
      vault: '5Gi',
      sonarqube: '10Gi',
      sonarqubeDatabase: '10Gi',
      trivy: '5Gi',
    },
    retention: { metrics: '7d', logs: '168h' },
  },
  prod: {
    sizing: { replicas: 3, policyAction: 'Enforce' },
    storage: {
      prometheus: '100Gi',
      alertmanager: '2Gi',
      grafana: '5Gi',
      loki: '100Gi',
      vault: '10Gi',
      sonarqube: '20Gi',
      sonarqubeDatabase: '20Gi',
      trivy: '10Gi',
    },
    retention: { metrics: '30d', logs: '720h' },
  },
};
