import type { AlertGroup } from './alert';

/** Images are scanned, and carry no secrets. Metrics of the Trivy operator (`pkg/metrics`). */
export const scans: AlertGroup = {
  name: 'scans',
  needs: 'security',
  alerts: [
    {
      alert: 'SecretInImage',
      severity: 'warning',
      expr: 'sum by (namespace, resource_kind, resource_name) (trivy_image_exposedsecrets) > 0',
      for: '30m',
      summary: 'An image of {{ $labels.namespace }}/{{ $labels.resource_name }} contains secrets.',
      runbook: 'Its ExposedSecretReport names the files. Revoke the secrets: whoever can pull the image has them.',
    },
    {
      alert: 'NothingScanned',
      severity: 'warning',
      expr: 'absent(trivy_image_vulnerabilities)',
      for: '6h',
      summary: 'There is no vulnerability report of any image.',
      runbook: 'Do scan Jobs run in the namespace of the scanner? Do they fit its quota, and reach its server?',
    },
  ],
};
