import type { Claim } from './claim';

const application = (stack: string, component: string): Claim[] => [
  [`directory K8s/${stack}/${component}`, 'path', `K8s/${stack}/${component}`],
  [`ApplicationSet argocd/${stack}`, 'spec.generators[0].git.directories[0].path', `K8s/${stack}/*`],
  [`ApplicationSet argocd/${stack}`, 'spec.template.metadata.name', `${stack}-{{.path.basename}}`],
];

const chart = (directory: string, name: string, version: string): Claim[] => [
  [`release ${directory}`, 'name', name],
  [`release ${directory}`, 'version', version],
];

const STACKS: Claim[] = [
  ['ApplicationSet argocd/observability', 'spec.template.spec.project', 'observability'],
  ['ApplicationSet argocd/cicd', 'spec.template.spec.project', 'cicd'],
  ['ApplicationSet argocd/security', 'spec.template.spec.project', 'security'],
];

const ROOT: Claim = ['Application argocd/root', 'spec.source.directory.include', /applicationset\.yaml/];

/** Diagram 1: general architecture and GitOps flow. */
export const GENERAL: Readonly<Record<string, readonly Claim[]>> = {
  GitRepo: [['Application argocd/root', 'spec.source.repoURL', /^https:/]],
  K8sCluster: [['Simple idp-demo', 'image', 'rancher/k3s:v1.33.4-k3s1']],
  'K8sCluster.Core': [['AppProject argocd/it', 'spec.destinations[namespace=vault-system].server']],
  'K8sCluster.Core.Cilium': chart('IT/cilium', 'cilium', '1.18.2'),
  'K8sCluster.Core.CertManager': chart('IT/cert-manager', 'cert-manager', 'v1.19.0'),
  'K8sCluster.Core.Vault': chart('IT/vault', 'vault', '0.31.0'),
  'K8sCluster.Core.ESO': chart('IT/external-secrets', 'external-secrets', '0.20.2'),
  'K8sCluster.Engines': [['AppProject argocd/platform', 'spec.destinations[namespace=kyverno-system].server']],
  'K8sCluster.Engines.ArgoCD': chart('IT/argocd', 'argo-cd', '8.6.0'),
  'K8sCluster.Engines.Kyverno': chart('K8s/platform/policies', 'kyverno', '3.5.2'),
  'K8sCluster.Engines.PolicyReporter': chart('K8s/platform/policy-reporter', 'policy-reporter', '3.5.0'),
  'K8sCluster.AppStacks': STACKS,
  'K8sCluster.AppStacks.Observability': application('observability', 'kube-prometheus-stack'),
  'K8sCluster.AppStacks.Observability.Prometheus': [
    ...chart('K8s/observability/kube-prometheus-stack', 'kube-prometheus-stack', '77.14.0'),
    ['Prometheus observability/prometheus-kube-prometheus-prometheus', 'kind'],
  ],
  'K8sCluster.AppStacks.Observability.Grafana': [['Deployment observability/prometheus-grafana', 'spec.replicas']],
  'K8sCluster.AppStacks.Observability.Loki': chart('K8s/observability/loki', 'loki', '6.42.0'),
  'K8sCluster.AppStacks.Observability.FluentBit': chart('K8s/observability/fluent-bit', 'fluent-bit', '0.54.0'),
  'K8sCluster.AppStacks.CICD': application('cicd', 'argo-workflows'),
  'K8sCluster.AppStacks.CICD.Workflows': chart('K8s/cicd/argo-workflows', 'argo-workflows', '0.45.27'),
  'K8sCluster.AppStacks.CICD.SonarQube': chart('K8s/cicd/sonarqube', 'sonarqube', '2025.5.0'),
  'K8sCluster.AppStacks.Security': application('security', 'trivy'),
  'K8sCluster.AppStacks.Security.Trivy': chart('K8s/security/trivy', 'trivy-operator', '0.31.0'),
  'K8sCluster.K8sApi': [['Simple idp-demo', 'servers', 1]],

  'GitRepo -> K8sCluster.Engines.ArgoCD': [ROOT],
  'K8sCluster.Engines.ArgoCD -> K8sCluster.AppStacks': [
    ...STACKS,
    ['ApplicationSet argocd/observability', 'spec.template.spec.syncPolicy.automated.selfHeal', true],
  ],
  'K8sCluster.Engines.ArgoCD -> K8sCluster.K8sApi': [
    ['Application argocd/root', 'spec.destination.server', 'https://kubernetes.default.svc'],
  ],
  // A controller's arrow: Kyverno registers its webhooks by itself, for what its policies match.
  'K8sCluster.K8sApi -> K8sCluster.Engines.Kyverno': [
    ['ClusterPolicy require-namespace-labels', 'spec.admission', true],
    ['Service kyverno-system/kyverno-svc', 'spec.ports[0].port', 443],
  ],
  'K8sCluster.Engines.Kyverno -> K8sCluster.K8sApi': [
    ['ClusterPolicy require-namespace-labels', 'spec.rules[0].validate.failureAction', 'Enforce'],
  ],
  // A controller's arrow: reports come from background scans, and Policy Reporter watches them.
  'K8sCluster.Engines.Kyverno -> K8sCluster.Engines.PolicyReporter': [
    ['ClusterPolicy require-namespace-labels', 'spec.background', true],
    ['Deployment kyverno-system/kyverno-reports-controller', 'spec.replicas'],
    ['Deployment kyverno-system/policy-reporter', 'spec.replicas'],
  ],
  'K8sCluster.Core.Vault -> K8sCluster.Core.ESO': [
    [
      'SecretStore observability/vault-observability',
      'spec.provider.vault.server',
      'http://vault.vault-system.svc.cluster.local:8200',
    ],
    ['Service vault-system/vault', 'spec.ports[port=8200].port', 8200],
  ],
  'K8sCluster.Core.ESO -> K8sCluster.K8sApi': [
    ['ExternalSecret observability/grafana-admin-credentials', 'spec.target.name', 'grafana-admin-credentials'],
  ],
  'K8sCluster.AppStacks.Observability.FluentBit -> K8sCluster.AppStacks.Observability.Loki': [
    ['values K8s/observability/fluent-bit', 'config.outputs', /Host\s+loki\.observability\.svc/],
  ],
  'K8sCluster.AppStacks.Observability.Prometheus -> K8sCluster.AppStacks.Observability.Grafana': [
    ['values K8s/observability/kube-prometheus-stack', 'grafana.sidecar.datasources', /"isDefaultDatasource":true/],
  ],
  'K8sCluster.AppStacks.Observability.Loki -> K8sCluster.AppStacks.Observability.Grafana': [
    [
      'values K8s/observability/kube-prometheus-stack',
      'grafana.additionalDataSources[type=loki].url',
      'http://loki.observability.svc.cluster.local:3100',
    ],
  ],
  'K8sCluster.AppStacks.CICD.Workflows -> K8sCluster.AppStacks.CICD.SonarQube': [
    [
      'WorkflowTemplate cicd/sonarqube-analysis',
      'spec.templates',
      /http:\/\/sonarqube\.cicd\.svc\.cluster\.local:9000/,
    ],
    ['Service cicd/sonarqube', 'spec.ports[port=9000].port', 9000],
  ],
  // A controller's arrow: the operator scans what runs in the namespaces it is told of.
  'K8sCluster.AppStacks.Security.Trivy -> K8sCluster.K8sApi': [
    ['values K8s/security/trivy', 'operator.vulnerabilityScannerEnabled', true],
  ],
  // A controller's arrow: cert-manager writes the Secret of a Certificate.
  'K8sCluster.Core.CertManager -> K8sCluster.K8sApi': [
    ['Certificate cert-manager/idp-demo-ca', 'spec.secretName', 'idp-demo-ca-secret'],
  ],
};

/** Diagram 2: from Helm charts to pods. */
export const HELM_TO_PODS: Readonly<Record<string, readonly Claim[]>> = {
  Bootstrap: [['ApplicationSet argocd/it', 'spec.generators[0].git.directories[0].path', 'IT/*']],
  'Bootstrap.H1': chart('IT/cilium', 'cilium', '1.18.2'),
  'Bootstrap.H2': chart('IT/vault', 'vault', '0.31.0'),
  'Bootstrap.H3': chart('IT/argocd', 'argo-cd', '8.6.0'),
  'Bootstrap.H4': chart('IT/cert-manager', 'cert-manager', 'v1.19.0'),
  'Bootstrap.H5': chart('IT/external-secrets', 'external-secrets', '0.20.2'),
  GitOps: [ROOT],
  'GitOps.Apps': [['ApplicationSet argocd/platform', 'spec.template.metadata.name', 'platform-{{.path.basename}}']],
  'GitOps.Apps.APP1': application('observability', 'fluent-bit'),
  'GitOps.Apps.APP2': application('observability', 'loki'),
  'GitOps.Apps.APP3': application('observability', 'kube-prometheus-stack'),
  'GitOps.Apps.APP4': application('cicd', 'argo-workflows'),
  'GitOps.Apps.APP5': application('security', 'trivy'),
  'GitOps.Apps.APP6': application('platform', 'policies'),
  K8s: [['Simple idp-demo', 'agents', 2]],
  'K8s.DS1': [
    ['DaemonSet kube-system/cilium', 'spec.template.spec.containers[name=cilium-agent].name', 'cilium-agent'],
  ],
  'K8s.STS1': [['StatefulSet vault-system/vault', 'spec.replicas', 1]],
  'K8s.DEP1': [['Deployment argocd/argocd-server', 'spec.replicas', 1]],
  'K8s.DS2': [['DaemonSet observability/fluent-bit', 'spec.template.spec.containers[0].name']],
  'K8s.STS2': [['StatefulSet observability/loki', 'spec.replicas', 1]],
  'K8s.STS3': [['StatefulSet observability/prometheus-prometheus-kube-prometheus-prometheus', 'spec.replicas', 1]],
  'K8s.DEP2': [['Deployment observability/prometheus-grafana', 'spec.replicas', 1]],
  'K8s.DEP3': [['Deployment cicd/argo-workflows-server', 'spec.replicas', 1]],
  'K8s.DEP4': [['Deployment cicd/argo-workflows-controller', 'spec.replicas', 1]],
  'K8s.DEP5': [['Deployment security/trivy-operator', 'spec.replicas', 1]],
  'K8s.DEP6': [['Deployment kyverno-system/kyverno-admission-controller', 'spec.replicas', 1]],

  'Bootstrap.H1 -> K8s.DS1': [['contents IT/cilium', 'objects', /"name":"cilium-agent"/]],
  'Bootstrap.H2 -> K8s.STS1': [['contents IT/vault', 'objects', /"kind":"StatefulSet","metadata":\{"name":"vault"/]],
  'Bootstrap.H3 -> K8s.DEP1': [['contents IT/argocd', 'objects', /"name":"argocd-server"/]],
  'K8s.DEP1 -> GitOps.Apps.APP1': application('observability', 'fluent-bit'),
  'K8s.DEP1 -> GitOps.Apps.APP2': application('observability', 'loki'),
  'K8s.DEP1 -> GitOps.Apps.APP3': application('observability', 'kube-prometheus-stack'),
  'K8s.DEP1 -> GitOps.Apps.APP4': application('cicd', 'argo-workflows'),
  'K8s.DEP1 -> GitOps.Apps.APP5': application('security', 'trivy'),
  'K8s.DEP1 -> GitOps.Apps.APP6': application('platform', 'policies'),
  'GitOps.Apps.APP1 -> K8s.DS2': [['contents K8s/observability/fluent-bit', 'objects', /"kind":"DaemonSet"/]],
  'GitOps.Apps.APP2 -> K8s.STS2': [['contents K8s/observability/loki', 'objects', /"kind":"StatefulSet"/]],
  'GitOps.Apps.APP3 -> K8s.STS3': [
    ['contents K8s/observability/kube-prometheus-stack', 'controllerMade', /"kind":"StatefulSet"/],
  ],
  'GitOps.Apps.APP3 -> K8s.DEP2': [
    ['contents K8s/observability/kube-prometheus-stack', 'objects', /"name":"prometheus-grafana"/],
  ],
  'GitOps.Apps.APP4 -> K8s.DEP3': [
    ['contents K8s/cicd/argo-workflows', 'objects', /"kind":"Deployment","metadata":\{"name":"argo-workflows-server"/],
  ],
  'GitOps.Apps.APP5 -> K8s.DEP5': [
    ['contents K8s/security/trivy', 'objects', /"kind":"Deployment","metadata":\{"name":"trivy-operator"/],
  ],
  'GitOps.Apps.APP6 -> K8s.DEP6': [
    ['contents K8s/platform/policies', 'objects', /"name":"kyverno-admission-controller"/],
  ],
};

const pool = (workload: string, role: string): Claim[] => [
  [workload, 'spec.template.spec.nodeSelector["node-role"]', role],
];
const onEveryNode = (workload: string): Claim[] => [
  [workload, 'spec.template.spec.tolerations[operator=Exists].operator', 'Exists'],
];
const NODES: Readonly<Record<'cp' | 'infra' | 'apps', Claim>> = {
  cp: ['Simple idp-demo', 'options.k3s.extraArgs', /--node-taint=node-role\.kubernetes\.io\/control-plane:NoSchedule/],
  infra: ['Simple idp-demo', 'options.k3s.nodeLabels[label=node-role=it-infra].nodeFilters', ['agent:0']],
  apps: ['Simple idp-demo', 'options.k3s.nodeLabels[label=node-role=k8s-workloads].nodeFilters', ['agent:1']],
};
const PROMETHEUS = 'StatefulSet observability/prometheus-prometheus-kube-prometheus-prometheus';
const NODE_EXPORTER = 'DaemonSet observability/prometheus-prometheus-node-exporter';

/** Diagram 3: node pools and workload deployment. */
export const NODE_POOLS: Readonly<Record<string, readonly Claim[]>> = {
  Cluster: [['Simple idp-demo', 'metadata.name', 'idp-demo']],
  'Cluster.Infra': [NODES.infra],
  'Cluster.Apps': [NODES.apps],
  'Cluster.CP': [NODES.cp],
  Platform: [['PriorityClass platform-infrastructure', 'value', 1_000_000]],
  'Platform.Argo': [['StatefulSet argocd/argocd-application-controller', 'spec.replicas']],
  'Platform.Vault': [['StatefulSet vault-system/vault', 'spec.replicas']],
  'Platform.Prom': [[PROMETHEUS, 'spec.replicas']],
  'Platform.Kyv': [['Deployment kyverno-system/kyverno-admission-controller', 'spec.replicas']],
  AppWorkloads: [['Namespace cicd', 'kind']],
  'AppWorkloads.Workflows': [['Deployment cicd/argo-workflows-controller', 'spec.replicas']],
  'AppWorkloads.Sonar': [['StatefulSet cicd/sonarqube', 'spec.replicas']],
  DS: [['Namespace observability', 'kind']],
  'DS.Cilium': [['DaemonSet kube-system/cilium', 'kind']],
  'DS.Fluent': [['DaemonSet observability/fluent-bit', 'kind']],
  'DS.NodeExp': [[NODE_EXPORTER, 'kind']],

  'Platform.Argo -> Cluster.Infra': pool('StatefulSet argocd/argocd-application-controller', 'it-infra'),
  'Platform.Vault -> Cluster.Infra': pool('StatefulSet vault-system/vault', 'it-infra'),
  'Platform.Prom -> Cluster.Infra': pool(PROMETHEUS, 'it-infra'),
  'Platform.Kyv -> Cluster.Infra': pool('Deployment kyverno-system/kyverno-admission-controller', 'it-infra'),
  'AppWorkloads.Workflows -> Cluster.Apps': pool('Deployment cicd/argo-workflows-controller', 'k8s-workloads'),
  'AppWorkloads.Sonar -> Cluster.Apps': pool('StatefulSet cicd/sonarqube', 'k8s-workloads'),
  ...everyNodeArrows('DS.Cilium', 'DaemonSet kube-system/cilium'),
  ...everyNodeArrows('DS.Fluent', 'DaemonSet observability/fluent-bit'),
  ...everyNodeArrows('DS.NodeExp', NODE_EXPORTER),
};

function everyNodeArrows(shape: string, workload: string): Record<string, Claim[]> {
  return {
    [`${shape} -> Cluster.CP`]: [...onEveryNode(workload), NODES.cp],
    [`${shape} -> Cluster.Infra`]: [...onEveryNode(workload), NODES.infra],
    [`${shape} -> Cluster.Apps`]: [...onEveryNode(workload), NODES.apps],
  };
}
