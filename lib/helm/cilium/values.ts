import type { Resources } from '../../model/workload';
import type { PodValues } from '../pod-values';

export interface CiliumValues extends PodValues {
  readonly kubeProxyReplacement: boolean;
  /** Where the API server answers before there is a Service network: without kube-proxy nobody else provides one. */
  readonly k8sServiceHost: string;
  readonly k8sServicePort: number;
  readonly l7Proxy?: boolean;
  readonly bpf?: { readonly hostLegacyRouting?: boolean };
  readonly gatewayAPI: {
    readonly enabled: boolean;
    /** A string in the chart's schema; `auto` asks the cluster. */
    readonly gatewayClass?: { readonly create?: 'auto' | 'true' | 'false' };
    /** Where the operator copies the listeners' certificates for Envoy. */
    readonly secretsNamespace?: { readonly create?: boolean; readonly name?: string; readonly sync?: boolean };
  };
  readonly ipam: {
    readonly mode: 'cluster-pool' | 'kubernetes';
    readonly operator?: {
      readonly clusterPoolIPv4PodCIDRList?: readonly string[];
      /** Prefix length of each node's share. */
      readonly clusterPoolIPv4MaskSize?: number;
    };
  };
  readonly rollOutCiliumPods?: boolean;
  /** Init containers of the agent, but for those with keys of their own. */
  readonly initResources?: Resources;
  readonly cni?: { readonly resources?: Resources };
  readonly cgroup?: { readonly autoMount?: { readonly resources?: Resources } };
  readonly certgen?: PodValues;
  readonly prometheus?: MonitoredValues;
  readonly operator?: PodValues & {
    readonly replicas?: number;
    /** Of its Deployment; the chart's own adds a pod before it takes one away. */
    readonly updateStrategy?: {
      readonly type?: 'RollingUpdate' | 'Recreate';
      readonly rollingUpdate?: { readonly maxSurge?: number | string; readonly maxUnavailable?: number | string };
    };
    readonly rollOutPods?: boolean;
    readonly prometheus?: MonitoredValues;
  };
  readonly envoy?: PodValues & {
    readonly enabled?: boolean;
    readonly rollOutPods?: boolean;
    readonly prometheus?: MonitoredValues;
  };
  readonly hubble?: HubbleValues;
}

export interface HubbleValues {
  readonly enabled?: boolean;
  /** `helm` makes a new authority on every render, which Argo CD would apply again and again. */
  readonly tls?: { readonly auto?: { readonly method?: 'helm' | 'cronJob' } };
  readonly metrics?: {
    /** Names of metrics; without any there is no metrics Service. */
    readonly enabled?: readonly string[];
    readonly serviceMonitor?: MonitorValues;
  };
  readonly relay?: PodValues & {
    readonly enabled?: boolean;
    readonly replicas?: number;
    readonly rollOutPods?: boolean;
    readonly prometheus?: MonitoredValues;
  };
  readonly ui?: PodValues & {
    readonly enabled?: boolean;
    readonly replicas?: number;
    readonly backend?: { readonly resources?: Resources };
    readonly frontend?: { readonly resources?: Resources };
  };
}

interface MonitorValues {
  readonly enabled?: boolean;
  readonly labels?: Readonly<Record<string, string>>;
}

interface MonitoredValues {
  readonly enabled?: boolean;
  readonly serviceMonitor?: MonitorValues;
}
