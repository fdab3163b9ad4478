import type { Manifest } from '../model/manifest';
import type { Pod } from '../model/workload';
import { kubePrometheusStack } from './kube-prometheus-stack';
import type { KubePrometheusStackValues } from './kube-prometheus-stack/values';

const BASIC: KubePrometheusStackValues = { prometheusOperator: { admissionWebhooks: { patch: { enabled: false } } } };

function render(values: KubePrometheusStackValues = BASIC) {
  return kubePrometheusStack.render({
    name: 'prometheus',
    namespace: 'observability',
    values,
    has: () => true,
    nodes: 3,
  });
}

const named = (objects: readonly Manifest[], kind: string) =>
  objects
    .filter((object) => object.kind === kind)
    .map(({ metadata: { namespace, name } }) => `${namespace ?? ''}/${name}`);

const podsOf = (objects: readonly Manifest[], kind: string, name: string): Pod[] =>
  objects
    .filter((object) => object.kind === kind && object.metadata.name === name)
    .map(({ spec }) => (spec as { template: { spec: Pod } }).template.spec);

test('names Services as the platform relies on them, those in kube-system included', () => {
  const { objects, controllerMade } = render();
  expect(
    [...objects, ...controllerMade]
      .filter(({ kind }) => kind === 'Service')
      .map(({ metadata, spec }) => {
        const { ports } = spec as { ports: { port: number }[] };
        return `${metadata.namespace}/${metadata.name} ${ports.map(({ port }) => port).join(',')}`;
      })
      .sort(),
  ).toEqual([
    'kube-system/prometheus-kube-prometheus-coredns 9153',
    'kube-system/prometheus-kube-prometheus-kube-controller-manager 10257',
    'kube-system/prometheus-kube-prometheus-kube-etcd 2381',
    'kube-system/prometheus-kube-prometheus-kube-proxy 10249',
    'kube-system/prometheus-kube-prometheus-kube-scheduler 10259',
    'kube-system/prometheus-kube-prometheus-kubelet 10250,10255,4194',
    'observability/alertmanager-operated 9093,9094,9094',
    'observability/prometheus-grafana 80',
    'observability/prometheus-kube-prometheus-alertmanager 9093,8080',
    'observability/prometheus-kube-prometheus-operator 443',
    'observability/prometheus-kube-prometheus-prometheus 9090,8080',
    'observability/prometheus-kube-state-metrics 8080',
    'observability/prometheus-operated 9090',
    'observability/prometheus-prometheus-node-exporter 9100',
  ]);
});

test('renders nothing twice, and gives every namespaced object a namespace', () => {
  const { objects, controllerMade } = render({});
  const all = [...objects, ...controllerMade];
  const ids = all.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`);
  expect(ids).toHaveLength(new Set(ids).size);
  expect(new Set(all.filter(({ metadata }) => metadata.namespace === undefined).map(({ kind }) => kind))).toEqual(
    new Set(['ClusterRole', 'ClusterRoleBinding', 'MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration']),
  );
  expect(all.filter(({ metadata }) => metadata.name.length > 63)).toEqual([]);
});

test('cuts the names of rules and dashboards as the chart does', () => {
  const { objects } = render();
  const rules = named(objects, 'PrometheusRule');
  expect(rules).toContain('observability/prometheus-kube-prometheus-k8s.rules.container-cpu-usage-second');
  expect(rules).toContain('observability/prometheus-kube-prometheus-kubernetes-system-kubelet');
  expect(named(objects, 'ConfigMap')).toContain(
    'observability/prometheus-kube-prometheus-k8s-resources-workloads-namespace',
  );
});

test('makes the stateful sets of the operator, with the config reloader beside and before the server', () => {
  const resources = { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '2', memory: '2Gi' } };
  const reloader = { requests: { cpu: '10m', memory: '32Mi' }, limits: { cpu: '50m', memory: '64Mi' } };
  const claim = { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '5Gi' } } } };
  const { controllerMade } = render({
    prometheusOperator: { prometheusConfigReloader: { resources: reloader } },
    prometheus: {
      prometheusSpec: {
        replicas: 2,
        resources,
        priorityClassName: 'high',
        nodeSelector: { pool: 'infra' },
        storageSpec: { volumeClaimTemplate: claim },
      },
    },
  });
  expect(controllerMade.find(({ metadata }) => metadata.name.startsWith('prometheus-prometheus-'))).toEqual({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'prometheus-prometheus-kube-prometheus-prometheus', namespace: 'observability' },
    spec: {
      replicas: 2,
      template: {
        spec: {
          priorityClassName: 'high',
          nodeSelector: { pool: 'infra' },
          tolerations: [],
          serviceAccountName: 'prometheus-kube-prometheus-prometheus',
          initContainers: [{ name: 'init-config-reloader', resources: reloader }],
          containers: [
            { name: 'prometheus', resources },
            { name: 'config-reloader', resources: reloader },
          ],
        },
      },
      volumeClaimTemplates: [{ metadata: { name: 'prometheus-kube-prometheus-prometheus-db' }, spec: claim.spec }],
    },
  });
});

test('takes the certificate of the webhook from cert-manager, from an issuer of its own unless one is given', () => {
  const issuerRef = { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'ca-issuer' };
  const withIssuer = (certManager: object) =>
    render({ prometheusOperator: { admissionWebhooks: { certManager: { enabled: true, ...certManager } } } }).objects;

  expect(named(withIssuer({ issuerRef }), 'Certificate')).toEqual([
    'observability/prometheus-kube-prometheus-admission',
  ]);
  expect(named(withIssuer({ issuerRef }), 'Issuer')).toEqual([]);
  expect(named(withIssuer({}), 'Issuer')).toHaveLength(2);
  expect(named(withIssuer({}), 'Job')).toEqual([]);
  expect(named(render({}).objects, 'Job')).toHaveLength(2);
});

const STACK = 'prometheus-kube-prometheus';

test.each<[keyof KubePrometheusStackValues, string[]]>([
  ['coreDns', [`${STACK}-coredns`, `${STACK}-k8s-coredns`]],
  ['kubeProxy', [`${STACK}-kube-proxy`, `${STACK}-kubernetes-system-kube-proxy`, `${STACK}-proxy`]],
  ['kubeEtcd', [`${STACK}-etcd`, `${STACK}-kube-etcd`]],
  ['kubelet', [`${STACK}-kubelet`, `${STACK}-kubelet.rules`]],
  [
    'alertmanager',
    [
      `${STACK}-alertmanager`,
      `${STACK}-alertmanager-overview`,
      `alertmanager-${STACK}-alertmanager`,
      'alertmanager-operated',
    ],
  ],
  ['kubeStateMetrics', ['prometheus-kube-state-metrics']],
])('leaves out %s with its monitor, rules and dashboards', (part, gone) => {
  const names = (values: KubePrometheusStackValues) => {
    const { objects, controllerMade } = render({ ...BASIC, ...values });
    return [...objects, ...controllerMade]
      .filter(({ metadata }) => !(part === 'kubelet' && metadata.namespace === 'kube-system'))
      .map(({ metadata }) => metadata.name);
  };
  const left = new Set(names({ [part]: { enabled: false } }));
  expect([...new Set(names({}).filter((name) => !left.has(name)))].sort()).toEqual([...gone].sort());
});

test('does without Grafana, and then reads no secret', () => {
  const grafana = { admin: { existingSecret: 'grafana-admin-credentials' } };
  expect(render({ ...BASIC, grafana }).secretsRead).toEqual([
    { namespace: 'observability', name: 'grafana-admin-credentials', keys: ['admin-user', 'admin-password'] },
  ]);
  const without = render({ ...BASIC, grafana: { ...grafana, enabled: false } });
  expect(without.secretsRead).toEqual([]);
  expect(without.objects.filter(({ metadata }) => metadata.name.includes('grafana'))).toEqual([]);
});

test('makes a secret with a known password only where no other secret is named', () => {
  expect(named(render().objects, 'Secret')).toContain('observability/prometheus-grafana');
  const { objects } = render({ ...BASIC, grafana: { admin: { existingSecret: 'x' } } });
  expect(named(objects, 'Secret')).not.toContain('observability/prometheus-grafana');
});

test('changes the owner of the volume of Grafana in an init container, which can be switched off', () => {
  const grafana = (values: object) =>
    podsOf(render({ ...BASIC, grafana: values }).objects, 'Deployment', 'prometheus-grafana')[0]?.initContainers;
  expect(grafana({})).toEqual([]);
  expect(grafana({ persistence: { enabled: true } })).toEqual([{ name: 'init-chown-data' }]);
  expect(grafana({ persistence: { enabled: true }, initChownData: { enabled: false } })).toEqual([]);
});

test('keeps node-exporter on Linux nodes, whatever the taints', () => {
  expect(podsOf(render().objects, 'DaemonSet', 'prometheus-prometheus-node-exporter')).toMatchObject([
    {
      nodeSelector: { 'kubernetes.io/os': 'linux' },
      tolerations: [{ effect: 'NoSchedule', operator: 'Exists' }],
    },
  ]);
});
