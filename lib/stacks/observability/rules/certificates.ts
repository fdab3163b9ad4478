import { type AlertGroup, OBJECT, OBJECT_NAMESPACE } from './alert';

/** Every certificate is valid, and renewed in time. Metrics of cert-manager (cert-manager docs, "Prometheus Metrics"). */
export const certificates: AlertGroup = {
  name: 'certificates',
  alerts: [
    {
      alert: 'CertificateNotReady',
      severity: 'critical',
      expr: `max by (name, ${OBJECT_NAMESPACE}) (certmanager_certificate_ready_status{condition!="True"}) > 0`,
      for: '15m',
      summary: `Certificate ${OBJECT} is not ready.`,
      runbook: 'Follow it to its CertificateRequest: `kubectl describe certificate`. Is its issuer ready?',
    },
    {
      alert: 'CertificateRenewalOverdue',
      severity: 'warning',
      // Zero until a certificate was issued for the first time.
      expr: `max by (name, ${OBJECT_NAMESPACE}) (time() - (certmanager_certificate_renewal_timestamp_seconds > 0)) > 3600`,
      for: '15m',
      summary: `Certificate ${OBJECT} should have been renewed {{ $value | humanizeDuration }} ago.`,
      runbook: 'Look at the events of the Certificate and the logs of cert-manager.',
    },
    {
      alert: 'CertificateExpiresSoon',
      severity: 'critical',
      expr: `min by (name, ${OBJECT_NAMESPACE}) ((certmanager_certificate_expiration_timestamp_seconds > 0) - time()) < 3 * 86400`,
      for: '15m',
      summary: `Certificate ${OBJECT} expires in {{ $value | humanizeDuration }}.`,
      runbook: 'Renew it by hand, `cmctl renew`, and find out why cert-manager did not.',
    },
  ],
};
