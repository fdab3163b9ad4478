/** The Kubernetes that the platform is made for: k3s v1.33.4. */
export const KUBERNETES_VERSION = '1.33.4';

/** Pod network of the cluster: k3s's default, and what Cilium is told. */
export const POD_CIDR = '10.42.0.0/16';

/** Address of the API server as pods see it; how Argo CD names the cluster it runs in. */
export const IN_CLUSTER_SERVER = 'https://kubernetes.default.svc';

/**
 * Cluster-scoped kinds as `group/Kind`: the built-in ones (kubernetes/api, 1.33) and those of the pinned CRDs.
 * Every other kind is namespaced.
 */
const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  '/Namespace',
  '/Node',
  '/PersistentVolume',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
  'certificates.k8s.io/CertificateSigningRequest',
  'flowcontrol.apiserver.k8s.io/FlowSchema',
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
  'networking.k8s.io/IngressClass',
  'node.k8s.io/RuntimeClass',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'scheduling.k8s.io/PriorityClass',
  'storage.k8s.io/CSIDriver',
  'storage.k8s.io/CSINode',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/VolumeAttachment',
  'aquasecurity.github.io/ClusterComplianceReport',
  'aquasecurity.github.io/ClusterConfigAuditReport',
  'aquasecurity.github.io/ClusterInfraAssessmentReport',
  'aquasecurity.github.io/ClusterRbacAssessmentReport',
  'aquasecurity.github.io/ClusterSbomReport',
  'aquasecurity.github.io/ClusterVulnerabilityReport',
  'argoproj.io/ClusterWorkflowTemplate',
  'cert-manager.io/ClusterIssuer',
  'cilium.io/CiliumBGPAdvertisement',
  'cilium.io/CiliumBGPClusterConfig',
  'cilium.io/CiliumBGPNodeConfigOverride',
  'cilium.io/CiliumBGPNodeConfig',
  'cilium.io/CiliumBGPPeerConfig',
  'cilium.io/CiliumBGPPeeringPolicy',
  'cilium.io/CiliumCIDRGroup',
  'cilium.io/CiliumClusterwideEnvoyConfig',
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'cilium.io/CiliumEgressGatewayPolicy',
  'cilium.io/CiliumEndpointSlice',
  'cilium.io/CiliumIdentity',
  'cilium.io/CiliumL2AnnouncementPolicy',
  'cilium.io/CiliumLoadBalancerIPPool',
  'cilium.io/CiliumNode',
  'cilium.io/CiliumPodIPPool',
  'external-secrets.io/ClusterExternalSecret',
  'external-secrets.io/ClusterPushSecret',
  'external-secrets.io/ClusterSecretStore',
  'gateway.networking.k8s.io/GatewayClass',
  'generators.external-secrets.io/ClusterGenerator',
  'kyverno.io/ClusterCleanupPolicy',
  'kyverno.io/ClusterPolicy',
  'kyverno.io/GlobalContextEntry',
  'policies.kyverno.io/DeletingPolicy',
  'policies.kyverno.io/GeneratingPolicy',
  'policies.kyverno.io/ImageValidatingPolicy',
  'policies.kyverno.io/MutatingPolicy',
  'policies.kyverno.io/ValidatingPolicy',
  'policyreporter.kyverno.io/TargetConfig',
  'reports.kyverno.io/ClusterEphemeralReport',
  'wgpolicyk8s.io/ClusterPolicyReport',
]);

export function isClusterScoped(group: string, kind: string): boolean {
  return CLUSTER_SCOPED.has(`${group}/${kind}`);
}
