import { certManager } from './cert-manager';
import { cilium } from './cilium';
import { externalSecrets } from './external-secrets';
import type { HelmChart } from './helm-chart';
import { vault } from './vault';

const TOLD = ['monitoring.coreos.com/v1', 'monitoring.coreos.com/v1/ServiceMonitor'];

function names<Values extends object>(
  chart: HelmChart<Values>,
  values: Values,
  told: readonly string[] = TOLD,
): string[] {
  const release = { name: chart.name, namespace: 'here', values, has: (api: string) => told.includes(api), nodes: 3 };
  return chart
    .render(release)
    .objects.map(({ kind, metadata: { name, namespace } }) => [kind, namespace, name].filter(Boolean).join(' '));
}

describe('cert-manager', () => {
  const values = {
    global: { priorityClassName: 'high', leaderElection: { namespace: 'kube-system' } },
    crds: { enabled: false, keep: true },
  };

  test('elects its leaders in the namespace that it is told', () => {
    const elsewhere = names(certManager, values).filter((name) => name.includes('kube-system'));
    expect(elsewhere).toEqual([
      'Role kube-system cert-manager:leaderelection',
      'RoleBinding kube-system cert-manager:leaderelection',
      'Role kube-system cert-manager-cainjector:leaderelection',
      'RoleBinding kube-system cert-manager-cainjector:leaderelection',
    ]);
  });

  test('brings CRDs, a configuration, the check of its API and a monitor only where they are on', () => {
    const found = names(certManager, {
      ...values,
      crds: { enabled: true, keep: true },
      config: {
        apiVersion: 'controller.config.cert-manager.io/v1alpha1',
        kind: 'ControllerConfiguration',
        enableGatewayAPI: true,
      },
      startupapicheck: { enabled: false },
      prometheus: { servicemonitor: { enabled: true } },
    });
    const bare = names(certManager, values);
    expect(found.filter((name) => !bare.includes(name))).toEqual([
      'CustomResourceDefinition certificaterequests.cert-manager.io',
      'CustomResourceDefinition certificates.cert-manager.io',
      'CustomResourceDefinition challenges.acme.cert-manager.io',
      'CustomResourceDefinition clusterissuers.cert-manager.io',
      'CustomResourceDefinition issuers.cert-manager.io',
      'CustomResourceDefinition orders.acme.cert-manager.io',
      'ConfigMap here cert-manager',
      'ServiceMonitor here cert-manager',
    ]);
    expect(bare.filter((name) => !found.includes(name))).toEqual([
      'ServiceAccount here cert-manager-startupapicheck',
      'Role here cert-manager-startupapicheck:create-cert',
      'RoleBinding here cert-manager-startupapicheck:create-cert',
      'Job here cert-manager-startupapicheck',
    ]);
  });
});

describe('external-secrets', () => {
  const byCertManager = {
    installCRDs: false,
    webhook: { certManager: { enabled: true, cert: { issuerRef: { group: 'g', kind: 'ClusterIssuer', name: 'ca' } } } },
  };

  test('takes the webhook’s certificate from cert-manager instead of a controller of its own', () => {
    const own = names(externalSecrets, { installCRDs: false });
    const issued = names(externalSecrets, byCertManager);
    expect(own).toContain('Deployment here external-secrets-cert-controller');
    expect(own).toContain('Secret here external-secrets-webhook');
    expect(issued).not.toContain('Deployment here external-secrets-cert-controller');
    expect(issued).not.toContain('Secret here external-secrets-webhook');
    expect(issued).toContain('Certificate here external-secrets-webhook');
  });

  test('makes no monitor, and says nothing, where it is not told of their API', () => {
    const monitored = { ...byCertManager, serviceMonitor: { enabled: true } };
    expect(names(externalSecrets, monitored).filter((name) => name.startsWith('ServiceMonitor'))).toHaveLength(2);
    expect(names(externalSecrets, monitored, []).filter((name) => name.startsWith('ServiceMonitor'))).toEqual([]);
  });
});

describe('cilium', () => {
  const values = {
    kubeProxyReplacement: true,
    k8sServiceHost: 'server',
    k8sServicePort: 6443,
    ipam: { mode: 'cluster-pool' as const },
    gatewayAPI: { enabled: true },
  };
  const gatewayClass = 'gateway.networking.k8s.io/v1/GatewayClass';

  test.each([
    ['auto', [gatewayClass], true],
    ['auto', [], false],
    ['true', [], true],
    ['false', [gatewayClass], false],
  ] as const)('with gatewayClass.create %s, told of %j, it makes its class: %s', (create, told, made) => {
    const found = names(cilium, { ...values, gatewayAPI: { enabled: true, gatewayClass: { create } } }, told);
    expect(found.includes('GatewayClass cilium')).toBe(made);
  });

  test('makes certificates by a Job only when that method is chosen', () => {
    const byJob = names(cilium, { ...values, hubble: { tls: { auto: { method: 'cronJob' } } } });
    expect(byJob).toContain('Job here hubble-generate-certs');
    expect(byJob).not.toContain('Secret here cilium-ca');
    expect(names(cilium, values)).toContain('Secret here cilium-ca');
  });

  test('has no relay and no UI until they are switched on', () => {
    expect(names(cilium, values).filter((name) => name.startsWith('Deployment'))).toEqual([
      'Deployment here cilium-operator',
    ]);
  });
});

describe('vault', () => {
  test('has Services for active and standby servers, and rights on its pods, only with more than one', () => {
    const dataStorage = { size: '1Gi' };
    const one = names(vault, { server: { dataStorage } });
    const more = names(vault, { server: { dataStorage, ha: { enabled: true } } });
    expect(more.filter((name) => !one.includes(name))).toEqual([
      'Role here vault-discovery-role',
      'RoleBinding here vault-discovery-rolebinding',
      'PodDisruptionBudget here vault',
      'Service here vault-active',
      'Service here vault-standby',
    ]);
  });
});
