import { k8s } from 'cdk8s-plus-30';
import { Construct } from 'constructs';

/** Priorities of the platform's pods, the highest first. `unclassified-workload` holds for pods that name none. */
const PRIORITIES = {
  'platform-infrastructure': 1_000_000,
  'platform-policy': 100_000,
  'platform-security': 12_000,
  'platform-observability': 10_000,
  'platform-cicd': 7_500,
  'platform-dashboards': 5_000,
  'user-workloads': 3_000,
  'cicd-execution': 2_500,
  'unclassified-workload': 0,
} as const;

export type PriorityClassName = keyof typeof PRIORITIES;

export const PRIORITY_CLASSES = Object.keys(PRIORITIES) as readonly PriorityClassName[];

/** The PriorityClasses that every pod of the platform names one of. */
export class PriorityClasses extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    for (const [name, value] of Object.entries(PRIORITIES)) {
      new k8s.KubePriorityClass(this, name, {
        metadata: { name },
        value,
        globalDefault: name === 'unclassified-workload',
        preemptionPolicy: 'PreemptLowerPriority',
      });
    }
  }
}
