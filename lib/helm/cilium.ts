import { agentObjects, secretsNamespace } from './cilium/agents';
import { hubbleObjects, hubbleSecrets } from './cilium/hubble';
import type { CiliumValues } from './cilium/values';
import type { HelmChart } from './helm-chart';
import { crds, object } from './objects';

export type { CiliumValues, HubbleValues } from './cilium/values';

const GATEWAY_CLASS = 'gateway.networking.k8s.io/v1/GatewayClass';

/** Kinds that the operator registers when it starts (`crds/cilium@1.18.2`), plural; none of them is in the chart. */
const KINDS = [
  'ciliumbgpadvertisements',
  'ciliumbgpclusterconfigs',
  'ciliumbgpnodeconfigoverrides',
  'ciliumbgpnodeconfigs',
  'ciliumbgppeerconfigs',
  'ciliumbgppeeringpolicies',
  'ciliumcidrgroups',
  'ciliumclusterwideenvoyconfigs',
  'ciliumclusterwidenetworkpolicies',
  'ciliumegressgatewaypolicies',
  'ciliumendpoints',
  'ciliumendpointslices',
  'ciliumenvoyconfigs',
  'ciliumgatewayclassconfigs',
  'ciliumidentities',
  'ciliuml2announcementpolicies',
  'ciliumloadbalancerippools',
  'ciliumlocalredirectpolicies',
  'ciliumnetworkpolicies',
  'ciliumnodeconfigs',
  'ciliumnodes',
  'ciliumpodippools',
];

/** Cilium: the pod network, the Service network in kube-proxy's place, and the Gateway. Its names ignore the release's. */
export const cilium: HelmChart<CiliumValues> = {
  name: 'cilium',
  repo: 'https://helm.cilium.io/',
  version: '1.18.2',
  appVersion: '1.18.2',
  includeCRDs: false,
  reservedLabels: [],
  // Asked for ServiceMonitors, it fails the whole render where it is not told of their API.
  asksFor: [GATEWAY_CLASS, 'monitoring.coreos.com/v1'],
  render: (release) => {
    const { enabled, gatewayClass: { create = 'auto' } = {} } = release.values.gatewayAPI;
    const classMade = enabled && (create === 'true' || (create === 'auto' && release.has(GATEWAY_CLASS)));
    return {
      objects: [
        ...agentObjects(release),
        ...secretsNamespace(release),
        ...hubbleObjects(release),
        ...(classMade ? [object('gateway.networking.k8s.io/v1', 'GatewayClass', 'cilium')] : []),
      ],
      controllerMade: [...crds(KINDS.map((plural) => `${plural}.cilium.io`)), ...hubbleSecrets(release)],
      secretsRead: [],
    };
  },
};
