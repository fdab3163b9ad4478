import type { Placement, Resources, Toleration } from '../../model/workload';
import type { PodValues } from '../pod-values';
import type { Switch } from '../switch';

/** Values; what stands at the root places the operator, and the server with it. */
export interface TrivyOperatorValues extends PodValues {
  /** Namespaces to leave out, comma separated. Holds only while `targetNamespaces` is empty: then all are scanned. */
  readonly excludeNamespaces?: string;
  readonly operator?: ScannerValues;
  readonly serviceMonitor?: Switch;
  readonly trivyOperator?: {
    readonly scanJobNodeSelector?: Placement['nodeSelector'];
    readonly scanJobTolerations?: readonly Toleration[];
    readonly scanJobPodPriorityClassName?: string;
    /** `key=value`, comma separated. */
    readonly scanJobPodTemplateLabels?: string;
  };
  readonly trivy?: {
    readonly priorityClassName?: string;
    /** Of every container of a scan Job. */
    readonly resources?: Resources;
    readonly server?: { readonly resources?: Resources };
    readonly storageClassName?: string;
    readonly storageSize?: string;
    readonly timeout?: string;
  };
  readonly compliance?: {
    readonly cron?: string;
    readonly specs?: readonly string[];
  };
}

interface ScannerValues {
  readonly replicas?: number;
  /** Runs a Trivy server that keeps the vulnerability database, and makes the scan Jobs its clients. */
  readonly builtInTrivyServer?: boolean;
  readonly clusterComplianceEnabled?: boolean;
  readonly configAuditScannerEnabled?: boolean;
  readonly exposedSecretScannerEnabled?: boolean;
  /** Runs node-collector Jobs, which mount directories of every node. */
  readonly infraAssessmentScannerEnabled?: boolean;
  readonly rbacAssessmentScannerEnabled?: boolean;
  readonly sbomGenerationEnabled?: boolean;
  readonly scanJobTimeout?: string;
  readonly scanJobsConcurrentLimit?: number;
  readonly vulnerabilityScannerEnabled?: boolean;
}
