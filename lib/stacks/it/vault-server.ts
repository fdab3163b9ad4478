import type { VaultServerValues } from '../../helm/vault';
import type { AutoUnsealSettings } from '../../model/settings';

/**
 * Vault's configuration in HCL. Metrics need no token, because Prometheus has none; `cluster_addr` comes from the chart
 * by the environment, as the pod's name that outlives its address, which Raft remembers its peers by.
 */
export function serverConfig(release: string, servers: number, seal?: AutoUnsealSettings): string {
  const names = Array.from({ length: servers }, (_, index) => `${release}-${index}`);
  const peers = servers === 1 ? [] : names.map((name) => `http://${name}.${release}-internal:8200`);
  return [
    'ui = true',
    block('listener "tcp"', [
      'tls_disable = 1',
      'address = "[::]:8200"',
      'cluster_address = "[::]:8201"',
      ...block('telemetry', ['unauthenticated_metrics_access = true']).split('\n'),
    ]),
    block('storage "raft"', [
      'path = "/vault/data"',
      ...peers.flatMap((peer) => block('retry_join', [`leader_api_addr = "${peer}"`]).split('\n')),
    ]),
    block('telemetry', ['prometheus_retention_time = "24h"', 'disable_hostname = true']),
    ...(servers === 1 ? [] : ['service_registration "kubernetes" {}']),
    ...(seal === undefined ? [] : [block(`seal "${seal.type}"`, parameters(seal))]),
    '',
  ].join('\n');
}

/** Environment variables by which a seal gets its credentials, as keys of the Secret that holds them. */
const VARIABLES: Readonly<Record<AutoUnsealSettings['type'], readonly string[]>> = {
  awskms: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  azurekeyvault: ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET'],
  transit: ['VAULT_TOKEN'],
  // Takes a file instead.
  gcpckms: [],
};

/** How the credentials of the seal reach the server: from a Secret that the platform does not make, never from a manifest. */
export function sealCredentials(
  seal?: AutoUnsealSettings,
): Pick<VaultServerValues, 'extraSecretEnvironmentVars' | 'extraEnvironmentVars' | 'extraVolumes'> {
  const secretName = seal?.credentialsSecret;
  if (seal === undefined || secretName === undefined) return {};
  if (seal.type === 'gcpckms') {
    return {
      extraEnvironmentVars: { GOOGLE_APPLICATION_CREDENTIALS: `/vault/userconfig/${secretName}/credentials.json` },
      extraVolumes: [{ type: 'secret', name: secretName }],
    };
  }
  return {
    extraSecretEnvironmentVars: VARIABLES[seal.type].map((name) => ({ envName: name, secretName, secretKey: name })),
  };
}

function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}

function parameters({ parameters: given }: AutoUnsealSettings): string[] {
  return Object.keys(given)
    .sort()
    .map((name) => `${name} = ${JSON.stringify(given[name])}`);
}
