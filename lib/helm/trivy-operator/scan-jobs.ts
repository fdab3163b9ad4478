import type { Manifest } from '../../model/manifest';
import type { Pod } from '../../model/workload';
import { fullName } from '../full-name';
import type { Release } from '../helm-chart';
import { job } from '../objects';
import { container, podFacts } from '../pod-values';
import type { TrivyOperatorValues } from './values';

/** A scan Job has a container for each one of the scanned pod (`pkg/plugins/trivy/image.go`); few pods have more. */
const SCANNED_CONTAINERS = 4;

/** As many as run at the same time, in the operator's own namespace; real names end in a hash. */
export function scanJobs({ name, namespace, values }: Release<TrivyOperatorValues>): Manifest[] {
  const { trivyOperator = {}, trivy = {}, operator = {} } = values;
  const jobs = Array.from({ length: operator.scanJobsConcurrentLimit ?? 10 }, (_, index) => index + 1);
  const common = {
    ...podFacts({
      priorityClassName: trivyOperator.scanJobPodPriorityClassName,
      nodeSelector: trivyOperator.scanJobNodeSelector,
      tolerations: trivyOperator.scanJobTolerations,
    }),
    serviceAccountName: fullName(name, 'trivy-operator'),
  };
  const containers = Array.from({ length: SCANNED_CONTAINERS }, (_, index) =>
    container(`scanned-${index + 1}`, trivy.resources),
  );
  // Without a server each Job fetches the database first.
  const initContainers = operator.builtInTrivyServer === true ? [] : [container('database', trivy.resources)];
  const scans = jobs.map((number) =>
    job(namespace, `scan-vulnerabilityreport-${number}`, { ...common, initContainers, containers }),
  );
  const collects = operator.infraAssessmentScannerEnabled ?? true;
  const collector: Pod = { ...common, containers: [container('node-collector')] };
  return collects ? [...scans, job(namespace, 'node-collector', collector)] : scans;
}
