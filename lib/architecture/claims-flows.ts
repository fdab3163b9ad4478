import type { Claim } from './claim';

const GATEWAY = 'Gateway kube-system/idp-gateway';
const ISSUER_ANNOTATION: Claim = [GATEWAY, 'metadata.annotations["cert-manager.io/cluster-issuer"]', 'ca-issuer'];
const CA_SECRET: Claim = ['ClusterIssuer ca-issuer', 'spec.ca.secretName', 'idp-demo-ca-secret'];
const CA_CERTIFICATE: Claim = ['Certificate cert-manager/idp-demo-ca', 'spec.secretName', 'idp-demo-ca-secret'];
const LISTENER_SECRET: Claim = [GATEWAY, 'spec.listeners[name=https].tls.certificateRefs[0].name', 'idp-wildcard-cert'];

/** Diagram 4: certificate management. What cert-manager does, it does because of the annotation and its own setting. */
export const CERTIFICATES: Readonly<Record<string, readonly Claim[]>> = {
  GW: [[GATEWAY, 'spec.gatewayClassName']],
  CM: [['Deployment cert-manager/cert-manager', 'spec.replicas']],
  CI: [['ClusterIssuer ca-issuer', 'kind']],
  CAS: [CA_CERTIFICATE],
  TLS: [LISTENER_SECRET],
  'GW -> CM': [ISSUER_ANNOTATION, ['values IT/cert-manager', 'config.enableGatewayAPI', true]],
  'CM -> CI': [ISSUER_ANNOTATION],
  'CI -> CM': [CA_SECRET],
  'CM -> CAS': [CA_SECRET, CA_CERTIFICATE],
  'CAS -> CM': [
    CA_CERTIFICATE,
    ['Certificate cert-manager/idp-demo-ca', 'spec.isCA', true],
    ['Certificate cert-manager/idp-demo-ca', 'spec.issuerRef.name', 'self-signed-issuer'],
    ['ClusterIssuer self-signed-issuer', 'spec.selfSigned', {}],
  ],
  'CM -> TLS': [ISSUER_ANNOTATION, [GATEWAY, 'spec.listeners[name=https].hostname', '*.127-0-0-1.nip.io']],
  'TLS -> GW': [LISTENER_SECRET],
};

const STORE = 'SecretStore observability/vault-observability';
const EXTERNAL = 'ExternalSecret observability/grafana-admin-credentials';

/** Diagram 5: secret management, shown on Grafana's administrator. */
export const SECRETS: Readonly<Record<string, readonly Claim[]>> = {
  App: [['Deployment observability/prometheus-grafana', 'kind']],
  K8S: [[EXTERNAL, 'spec.target.name', 'grafana-admin-credentials']],
  ES: [[EXTERNAL, 'kind']],
  ESO: [['Deployment external-secrets-system/external-secrets', 'spec.replicas']],
  SS: [[STORE, 'kind']],
  Vault: [['StatefulSet vault-system/vault', 'kind']],
  'App -> K8S': [
    ['values K8s/observability/kube-prometheus-stack', 'grafana.admin.existingSecret', 'grafana-admin-credentials'],
  ],
  'K8S -> App': [
    ['contents K8s/observability/kube-prometheus-stack', 'secretsRead[name=grafana-admin-credentials].keys'],
  ],
  'ESO -> ES': [['CustomResourceDefinition externalsecrets.external-secrets.io', 'kind']],
  'ES -> ESO': [[EXTERNAL, 'spec.secretStoreRef.name', 'vault-observability']],
  'ESO -> SS': [[STORE, 'spec.provider.vault.auth.kubernetes.role', 'eso-observability']],
  'SS -> ESO': [
    [STORE, 'spec.provider.vault.auth.kubernetes.serviceAccountRef.audiences', ['vault']],
    ['ServiceAccount observability/external-secrets', 'kind'],
  ],
  'ESO -> Vault': [[STORE, 'spec.provider.vault.server', 'http://vault.vault-system.svc.cluster.local:8200']],
  'Vault -> ESO': [
    [EXTERNAL, 'spec.data[secretKey=admin-password].remoteRef.key', 'grafana/admin'],
    ['ConfigMap vault-system/vault-bootstrap', 'data', /secret\/data\/grafana\/admin/],
  ],
  'ESO -> K8S': [[EXTERNAL, 'spec.target.creationPolicy', 'Owner']],
};

const PROMETHEUS_VALUES = 'values K8s/observability/kube-prometheus-stack';

/** Diagram 6: observability data. */
export const OBSERVABILITY: Readonly<Record<string, readonly Claim[]>> = {
  Nodes: [['Simple idp-demo', 'agents', 2]],
  'Nodes.App': [['Deployment argocd/argocd-server', 'kind']],
  'Nodes.Kubelet': [[PROMETHEUS_VALUES, 'kubelet.enabled', true]],
  'Nodes.NodeExporter': [['DaemonSet observability/prometheus-prometheus-node-exporter', 'kind']],
  'Nodes.LogFiles': [['values K8s/observability/fluent-bit', 'config.inputs', /\/var\/log\/containers/]],
  Obs: [['Namespace observability', 'kind']],
  'Obs.Prom': [['Prometheus observability/prometheus-kube-prometheus-prometheus', 'kind']],
  'Obs.Loki': [['StatefulSet observability/loki', 'kind']],
  'Obs.Graf': [['Deployment observability/prometheus-grafana', 'kind']],
  'Obs.KSM': [['Deployment observability/prometheus-kube-state-metrics', 'kind']],
  'Obs.FB': [['DaemonSet observability/fluent-bit', 'kind']],
  // The container runtime writes a pod's output to the file that Fluent-bit tails.
  'Nodes.App -> Nodes.LogFiles': [['values K8s/observability/fluent-bit', 'config.inputs', /Name\s+tail/]],
  'Nodes.App -> Obs.Prom': [
    ['ServiceMonitor argocd/argocd-server', 'spec.endpoints[0].port'],
    [PROMETHEUS_VALUES, 'prometheus.prometheusSpec.serviceMonitorSelectorNilUsesHelmValues', false],
  ],
  'Nodes.Kubelet -> Obs.Prom': [['ServiceMonitor observability/prometheus-kube-prometheus-kubelet', 'kind']],
  'Nodes.LogFiles -> Obs.FB': [
    ['values K8s/observability/fluent-bit', 'config.inputs', /Path\s+\/var\/log\/containers/],
  ],
  'Obs.FB -> Obs.Loki': [
    ['values K8s/observability/fluent-bit', 'config.outputs', /Name\s+loki/],
    ['Service observability/loki', 'spec.ports[port=3100].port', 3100],
  ],
  'Nodes.NodeExporter -> Obs.Prom': [['ServiceMonitor observability/prometheus-prometheus-node-exporter', 'kind']],
  'Obs.KSM -> Obs.Prom': [['ServiceMonitor observability/prometheus-kube-state-metrics', 'kind']],
  'Obs.Prom -> Obs.Graf': [[PROMETHEUS_VALUES, 'grafana.sidecar.datasources', /"isDefaultDatasource":true/]],
  'Obs.Loki -> Obs.Graf': [
    [
      PROMETHEUS_VALUES,
      'grafana.additionalDataSources[type=loki].url',
      'http://loki.observability.svc.cluster.local:3100',
    ],
  ],
};

const TRIVY = 'values K8s/security/trivy';

/** Diagram 7: security scanning. What the operator does at run time is named by the setting that causes it. */
export const SCANNING: Readonly<Record<string, readonly Claim[]>> = {
  User: [['ApplicationSet argocd/cicd', 'kind']],
  K8s: [['Simple idp-demo', 'servers', 1]],
  TrivyOp: [['Deployment security/trivy-operator', 'kind']],
  Workload: [['StatefulSet cicd/sonarqube', 'kind']],
  Report: [['CustomResourceDefinition vulnerabilityreports.aquasecurity.github.io', 'kind']],
  'User -> K8s': [['ApplicationSet argocd/cicd', 'spec.template.spec.syncPolicy.automated.selfHeal', true]],
  'K8s -> TrivyOp': [['ClusterRole trivy-operator', 'kind']],
  'TrivyOp -> Workload': [[TRIVY, 'excludeNamespaces', 'kube-system,kube-public,kube-node-lease']],
  'TrivyOp -> TrivyOp': [[TRIVY, 'operator.vulnerabilityScannerEnabled', true]],
  'TrivyOp -> K8s': [[TRIVY, 'operator.vulnerabilityScannerEnabled', true]],
  'K8s -> Report': [['CustomResourceDefinition vulnerabilityreports.aquasecurity.github.io', 'metadata.name']],
};

const watched = (stack: string): Claim[] => [
  [`ApplicationSet argocd/${stack}`, 'spec.generators[0].git.directories[0].path', `K8s/${stack}/*`],
];
const generated = (stack: string, component: string): Claim[] => [
  [`directory K8s/${stack}/${component}`, 'path'],
  [`ApplicationSet argocd/${stack}`, 'spec.template.spec.source.path', '{{.path.path}}'],
];

/** Diagram 8: GitOps structure. Grafana is part of the kube-prometheus-stack Application. */
export const APPLICATION_SETS: Readonly<Record<string, readonly Claim[]>> = {
  Git: [['Application argocd/root', 'spec.source.repoURL']],
  'Git.K8sDir': [['Application argocd/root', 'spec.source.path', 'K8s']],
  'Git.Obs': [['directory K8s/observability/loki', 'path']],
  'Git.Sec': [['directory K8s/security/trivy', 'path']],
  'Git.CiCd': [['directory K8s/cicd/sonarqube', 'path']],
  Argo: [['Deployment argocd/argocd-applicationset-controller', 'kind']],
  'Argo.ASObs': [['ApplicationSet argocd/observability', 'kind']],
  'Argo.ASSec': [['ApplicationSet argocd/security', 'kind']],
  'Argo.ASCi': [['ApplicationSet argocd/cicd', 'kind']],
  'Argo.AppProm': generated('observability', 'kube-prometheus-stack'),
  'Argo.AppGraf': generated('observability', 'kube-prometheus-stack'),
  'Argo.AppLoki': generated('observability', 'loki'),
  'Argo.AppTrivy': generated('security', 'trivy'),
  'Git.K8sDir -> Argo.ASObs': watched('observability'),
  'Git.K8sDir -> Argo.ASSec': watched('security'),
  'Git.K8sDir -> Argo.ASCi': watched('cicd'),
  'Argo.ASObs -> Argo.AppProm': generated('observability', 'kube-prometheus-stack'),
  'Argo.ASObs -> Argo.AppGraf': [
    ...generated('observability', 'kube-prometheus-stack'),
    ['Deployment observability/prometheus-grafana', 'kind'],
  ],
  'Argo.ASObs -> Argo.AppLoki': generated('observability', 'loki'),
  'Argo.ASSec -> Argo.AppTrivy': generated('security', 'trivy'),
};

const ROUTES = [
  ['HR1', 'S1', 'argocd', 'argocd', 'argocd-server', 80],
  ['HR2', 'S2', 'observability', 'grafana', 'prometheus-grafana', 80],
  ['HR3', 'S3', 'vault-system', 'vault', 'vault', 8200],
  ['HR4', 'S4', 'cicd', 'workflows', 'argo-workflows-server', 2746],
  ['HR5', 'S5', 'cicd', 'sonarqube', 'sonarqube', 9000],
] as const;

/** Diagram 9: exposure through the Gateway API. */
export const EXPOSURE: Readonly<Record<string, readonly Claim[]>> = {
  External: [['Simple idp-demo', 'ports[port=443:30443].nodeFilters', ['server:0']]],
  'External.Browser': [['HTTPRoute observability/grafana', 'spec.hostnames', ['grafana.127-0-0-1.nip.io']]],
  GatewayNS: [[GATEWAY, 'metadata.namespace', 'kube-system']],
  'GatewayNS.Gateway': [
    [GATEWAY, 'spec.listeners[name=https].port', 443],
    [GATEWAY, 'spec.listeners[name=https].protocol', 'HTTPS'],
  ],
  // Made by cert-manager from the annotation, under the name of the listener's Secret.
  'GatewayNS.Cert': [ISSUER_ANNOTATION, LISTENER_SECRET],
  Routes: [['CustomResourceDefinition httproutes.gateway.networking.k8s.io', 'kind']],
  Backends: [['Service argocd/argocd-server', 'kind']],
  'External.Browser -> GatewayNS.Gateway': [
    ['Simple idp-demo', 'ports[port=443:30443].nodeFilters', ['server:0']],
    ['Service kube-system/cilium-gateway-idp-gateway', 'spec.ports[name=port-443].nodePort', 30443],
  ],
  'GatewayNS.Cert -> GatewayNS.Gateway': [LISTENER_SECRET],
  ...Object.fromEntries(ROUTES.flatMap(routeClaims)),
};

function routeClaims([route, backend, namespace, name, service, port]: (typeof ROUTES)[number]): [string, Claim[]][] {
  const object = `HTTPRoute ${namespace}/${name}`;
  return [
    [`Routes.${route}`, [[object, 'spec.hostnames', [`${name}.127-0-0-1.nip.io`]]]],
    [`Backends.${backend}`, [[`Service ${namespace}/${service}`, `spec.ports[port=${port}].port`, port]]],
    [
      `GatewayNS.Gateway -> Routes.${route}`,
      [
        [object, 'spec.parentRefs[0].name', 'idp-gateway'],
        [object, 'spec.parentRefs[0].sectionName', 'https'],
      ],
    ],
    [
      `Routes.${route} -> Backends.${backend}`,
      [
        [object, 'spec.rules[0].backendRefs[0].name', service],
        [object, 'spec.rules[0].backendRefs[0].port', port],
      ],
    ],
  ];
}

/** Diagram 10: control loops. */
export const CONTROL_LOOPS: Readonly<Record<string, readonly Claim[]>> = {
  K8s: [['Simple idp-demo', 'servers', 1]],
  GitOps: [['Namespace argocd', 'kind']],
  'GitOps.Argo': [['StatefulSet argocd/argocd-application-controller', 'kind']],
  Policy: [['Namespace kyverno-system', 'kind']],
  'Policy.Kyverno': [['Deployment kyverno-system/kyverno-admission-controller', 'kind']],
  Secrets: [['Namespace external-secrets-system', 'kind']],
  'Secrets.ESO': [['Deployment external-secrets-system/external-secrets', 'kind']],
  'GitOps.Argo <-> K8s': [['ApplicationSet argocd/it', 'spec.template.spec.syncPolicy.automated.selfHeal', true]],
  'Policy.Kyverno <-> K8s': [
    ['ClusterPolicy require-namespace-labels', 'spec.rules[0].validate.failureAction', 'Enforce'],
    ['ClusterPolicy propagate-business-labels', 'spec.rules[0].mutate'],
  ],
  'Secrets.ESO <-> K8s': [['ExternalSecret observability/grafana-admin-credentials', 'spec.refreshPolicy', 'Periodic']],
};
