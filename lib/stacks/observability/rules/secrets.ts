import { type AlertGroup, OBJECT, OBJECT_NAMESPACE } from './alert';

/** Secrets come from Vault, and Vault answers. Metrics of the External Secrets Operator and of Vault (`core.unsealed`). */
export const secrets: AlertGroup = {
  name: 'secrets',
  alerts: [
    {
      alert: 'ExternalSecretNotReady',
      severity: 'critical',
      expr: `max by (name, ${OBJECT_NAMESPACE}) (externalsecret_status_condition{condition="Ready",status="False"}) > 0`,
      for: '10m',
      summary: `ExternalSecret ${OBJECT} is not filled from Vault.`,
      runbook: 'Read its condition: `kubectl describe externalsecret`. Are the path and all its properties in Vault?',
    },
    {
      alert: 'SecretStoreNotReady',
      severity: 'critical',
      expr: `max by (name, ${OBJECT_NAMESPACE}) (secretstore_status_condition{condition="Ready",status="False"}) > 0`,
      for: '10m',
      summary: `SecretStore ${OBJECT} cannot log in to Vault.`,
      runbook: 'Is Vault unsealed? Do role, ServiceAccount and audience match those of the bootstrap?',
    },
    {
      alert: 'VaultSealed',
      severity: 'critical',
      expr: 'min by (namespace, pod) (vault_core_unsealed) == 0',
      for: '5m',
      summary: 'Vault {{ $labels.pod }} is sealed: no Secret is refreshed, no new one is made.',
      runbook: 'Look at the Job that unseals it, or at the key service that should.',
    },
    {
      alert: 'VaultNotReported',
      severity: 'critical',
      // A sealed Vault may not answer for its metrics at all.
      expr: 'absent(vault_core_unsealed)',
      for: '10m',
      summary: 'Vault reports no metrics: it is down, sealed, or not reached.',
      runbook: '`vault status` in its pod; then whether Prometheus reaches its Service.',
    },
  ],
};
