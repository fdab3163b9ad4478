import { definePlatform } from './lib/config/define-platform';

/**
 * Your platform: the one file to edit. Run `npm run synth` after a change, then commit this file, IT/ and K8s/.
 * Everything has a default but `repository` and `dns`; lib/model/settings.ts describes all settings.
 */
export default definePlatform({
  clusterName: 'idp-demo',

  // The repository that holds IT/ and K8s/, as Argo CD clones it.
  repository: { url: 'https://github.com/example-org/idp-synth.git', revision: 'main' },

  // Where browsers reach the platform: https://grafana.127-0-0-1.nip.io on this machine.
  // With a domain of your own: { domain: 'idp.example.com' }
  dns: { ip: '127.0.0.1', provider: 'nip.io' },

  // demo: one replica, policies audit. staging, prod: two and three replicas, longer retention, policies enforce.
  profile: 'demo',

  // On every object; `environment` is the profile unless it is set here.
  labels: { owner: 'platform-team', 'business-unit': 'infrastructure' },

  // `false` leaves a stack out. security needs observability.
  stacks: { platform: true, observability: true, cicd: true, security: true },

  // More of what can be set:
  // tls: 'certificate',
  // nodePools: { workloads: { nodes: 2, labels: { 'node-role': 'k8s-workloads' } } },
  // storage: { prometheus: '20Gi', loki: '20Gi', className: 'local-path' },
  // retention: { metrics: '7d', logs: '168h' },
  // values: { loki: { loki: { limits_config: { max_query_series: 1000 } } } },
});
