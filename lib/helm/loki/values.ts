import type { Resources } from '../../model/workload';
import type { PodValues } from '../pod-values';
import type { Switch } from '../switch';

/** Values of one pod that does everything; the contract does not cover the scalable modes. */
export interface LokiValues {
  readonly deploymentMode: 'SingleBinary';
  readonly loki: LokiConfigValues;
  readonly singleBinary?: PodValues & {
    readonly replicas?: number;
    readonly persistence?: Switch & {
      readonly size?: string;
      readonly storageClass?: string;
      /** Deletes the volume with the StatefulSet. @default true */
      readonly enableStatefulSetAutoDeletePVC?: boolean;
    };
  };
  /** The chart refuses to render with replicas of these beside the single binary. */
  readonly read?: { readonly replicas: 0 };
  readonly write?: { readonly replicas: 0 };
  readonly backend?: { readonly replicas: 0 };
  readonly gateway?: Switch;
  readonly chunksCache?: Switch;
  readonly resultsCache?: Switch;
  readonly lokiCanary?: Switch;
  /** Has to be off when the canary is. */
  readonly test?: Switch;
  /** A sidecar that collects recording and alerting rules from ConfigMaps. */
  readonly sidecar?: { readonly rules?: Switch; readonly resources?: Resources };
  /** Roles instead of ClusterRoles; without the sidecar neither says anything. */
  readonly rbac?: { readonly namespaced?: boolean };
  readonly monitoring?: {
    readonly serviceMonitor?: Switch & { readonly metricsInstance?: Switch };
  };
}

/** Becomes Loki's configuration file; each section is merged with what the chart has in it. */
interface LokiConfigValues {
  readonly auth_enabled?: boolean;
  readonly analytics?: Readonly<Record<string, unknown>>;
  readonly commonConfig?: Readonly<Record<string, unknown>>;
  readonly compactor?: Readonly<Record<string, unknown>>;
  readonly limits_config?: Readonly<Record<string, unknown>>;
  /** The chart refuses to render without. */
  readonly schemaConfig: { readonly configs: readonly Readonly<Record<string, unknown>>[] };
  readonly storage: { readonly type: 'filesystem' };
}
