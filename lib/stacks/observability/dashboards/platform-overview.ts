import type { Platform } from '../../../model/platform';
import { policyResults } from '../rules/policies';
import type { Dashboard } from './dashboard';
import { counter, gauge, graph, type Panel, table } from './panel';

/** Whether the platform keeps what it promises, at one glance. */
export function platformOverview({ stacks }: Platform): Dashboard {
  return {
    uid: 'idp-overview',
    title: 'Platform overview',
    panels: [
      ...counters(),
      ...applications(),
      ...secretsAndCertificates(),
      ...quotas(),
      ...(stacks.platform ? policies() : []),
      ...(stacks.security ? findings() : []),
    ],
  };
}

/** Zero also when there is nothing to count. */
function counters(): Panel[] {
  const counts: Readonly<Record<string, string>> = {
    'Alerts firing': 'count(ALERTS{alertstate="firing",severity=~"critical|warning"})',
    'Applications out of sync': 'count(argocd_app_info{sync_status!="Synced"})',
    'Applications not healthy': 'count(argocd_app_info{health_status!="Healthy"})',
    'Certificates not ready': 'count(certmanager_certificate_ready_status{condition!="True"} == 1)',
    'Secrets not filled': 'count(externalsecret_status_condition{condition="Ready",status!="True"} == 1)',
    'Vault servers sealed': 'count(vault_core_unsealed == 0)',
  };
  return Object.entries(counts).map(([title, query]) => counter({ title, query: `${query} or vector(0)`, width: 4 }));
}

function applications(): Panel[] {
  return [
    table({
      title: 'Applications',
      query: 'max by (name, project, sync_status, health_status) (argocd_app_info)',
      width: 12,
    }),
    graph({
      title: 'Applications by health',
      query: 'count by (health_status) (argocd_app_info)',
      legend: '{{health_status}}',
      width: 12,
    }),
  ];
}

function secretsAndCertificates(): Panel[] {
  return [
    table({
      title: 'Certificates',
      query: 'sort(min by (name, exported_namespace) (certmanager_certificate_expiration_timestamp_seconds - time()))',
      value: 'expires in',
      unit: 's',
      width: 12,
    }),
    table({
      title: 'ExternalSecrets',
      query: 'max by (name, exported_namespace, status) (externalsecret_status_condition{condition="Ready"} == 1)',
      width: 12,
    }),
  ];
}

function quotas(): Panel[] {
  return [
    gauge({
      title: 'Quotas used',
      query:
        'max by (namespace, resource) (kube_resourcequota{type="used"}) / max by (namespace, resource) (kube_resourcequota{type="hard"} > 0)',
      legend: '{{namespace}} {{resource}}',
      width: 24,
      height: 12,
    }),
  ];
}

function policies(): Panel[] {
  return [
    graph({
      title: 'Policy violations',
      query: policyResults('fail'),
      legend: '{{policy}}',
      width: 12,
    }),
  ];
}

function findings(): Panel[] {
  return [
    graph({
      title: 'Critical vulnerabilities of images',
      query: 'sum by (namespace) (trivy_image_vulnerabilities{severity="Critical"})',
      legend: '{{namespace}}',
      width: 12,
    }),
  ];
}
