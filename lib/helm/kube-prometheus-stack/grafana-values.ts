import type { Resources } from '../../model/workload';
import type { PodValues } from '../pod-values';
import type { Switch } from '../switch';

/** Values of the Grafana subchart, and what the stack reads of them. */
export interface GrafanaValues extends PodValues, Switch {
  readonly admin?: {
    readonly existingSecret?: string;
    readonly userKey?: string;
    readonly passwordKey?: string;
  };
  /** Whether the dashboards of the stack itself are installed. */
  readonly defaultDashboardsEnabled?: boolean;
  readonly deploymentStrategy?: { readonly type: 'Recreate' | 'RollingUpdate' };
  /** Sections of `grafana.ini`. */
  readonly 'grafana.ini'?: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
  /** Changes the owner of the volume, as root. */
  readonly initChownData?: Switch & { readonly resources?: Resources };
  readonly persistence?: Switch & { readonly size?: string; readonly storageClassName?: string };
  readonly additionalDataSources?: readonly Readonly<Record<string, unknown>>[];
  readonly sidecar?: {
    /** Of every sidecar. */
    readonly resources?: Resources;
    /** Finds ConfigMaps with dashboards by their label. */
    readonly dashboards?: Switch & {
      readonly label?: string;
      readonly labelValue?: string;
      readonly searchNamespace?: string;
    };
    /** Finds ConfigMaps with datasources, and makes the one of Prometheus. */
    readonly datasources?: Switch & { readonly uid?: string; readonly isDefaultDatasource?: boolean };
  };
  readonly testFramework?: Switch;
}
