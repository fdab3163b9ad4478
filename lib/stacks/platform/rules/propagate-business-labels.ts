import type { Condition, MutationRule } from '../../../constructs/policy-rule';
import { CLUSTER_COMPONENTS } from './exclusions';
import type { PolicyDefinition } from './policy-definition';

const KEYS = ['owner', 'business-unit', 'environment'] as const;

const FROM_NAMESPACE = {
  lookups: { namespaceLabels: { urlPath: '/api/v1/namespaces/{{request.namespace}}', jmesPath: 'metadata.labels' } },
  onlyIf: KEYS.map((key): Condition => ({ key: `{{ ${label(key)} || '' }}`, operator: 'NotEquals', value: '' })),
};

/** The anchor `+()` adds where a label is absent: one that is set stays, and what Argo CD applies is never changed. */
const LABELLED = { metadata: { labels: Object.fromEntries(KEYS.map((key) => [`+(${key})`, `{{ ${label(key)} }}`])) } };

const RULES: readonly MutationRule[] = [
  {
    ...FROM_NAMESPACE,
    name: 'label-workloads',
    kinds: ['Deployment', 'StatefulSet', 'DaemonSet'],
    merge: { ...LABELLED, spec: { template: LABELLED } },
  },
  {
    ...FROM_NAMESPACE,
    name: 'label-jobs',
    kinds: ['Job'],
    // The template of a Job cannot be changed later: an update would be refused.
    operations: ['CREATE'],
    merge: { ...LABELLED, spec: { template: LABELLED } },
  },
  {
    ...FROM_NAMESPACE,
    name: 'label-cron-jobs',
    kinds: ['CronJob'],
    merge: { ...LABELLED, spec: { jobTemplate: { ...LABELLED, spec: { template: LABELLED } } } },
  },
  {
    ...FROM_NAMESPACE,
    name: 'label-pods',
    kinds: ['Pod'],
    operations: ['CREATE'],
    merge: LABELLED,
  },
];

/**
 * The platform's own manifests carry the labels already, so Argo CD sees no difference. What gains by it are pods that
 * operators make (scans, workflow steps, StatefulSets of Prometheus) and the workloads of users.
 */
export const propagateBusinessLabels: PolicyDefinition = {
  name: 'propagate-business-labels',
  title: 'Workloads inherit the business labels of their namespace',
  because: 'The namespace says once who owns what runs in it.',
  category: 'Labels',
  severity: 'low',
  rules: RULES,
  exclusions: [CLUSTER_COMPONENTS],
  podControllers: false,
};

function label(key: (typeof KEYS)[number]): string {
  return `namespaceLabels."${key}"`;
}
