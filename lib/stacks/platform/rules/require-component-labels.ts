import { CLUSTER_COMPONENTS } from './exclusions';
import type { PolicyDefinition } from './policy-definition';

/**
 * Asks for the recommended labels that the pinned charts set on its workloads, or gets from its kustomization; not
 * for `component`, which external-secrets, fluent-bit, SonarQube's PostgreSQL and Vault leave out. Jobs and bare pods
 * are left to those who make them: scans and workflow steps name themselves.
 */
export const requireComponentLabels: PolicyDefinition = {
  name: 'require-component-labels',
  title: 'Workloads say what they are part of',
  because: 'Dashboards, log queries and reports find the parts of an application by its recommended labels.',
  category: 'Labels',
  rules: [
    {
      name: 'workload-has-component-labels',
      kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'],
      message:
        'a workload needs the labels app.kubernetes.io/name, app.kubernetes.io/instance and app.kubernetes.io/part-of',
      pattern: {
        metadata: {
          labels: {
            'app.kubernetes.io/name': '?*',
            'app.kubernetes.io/instance': '?*',
            'app.kubernetes.io/part-of': '?*',
          },
        },
      },
    },
  ],
  exclusions: [
    CLUSTER_COMPONENTS,
    {
      reason: 'the Prometheus operator makes these StatefulSets and chooses their labels',
      kinds: ['StatefulSet'],
      namespaces: ['observability'],
      names: ['prometheus-*', 'alertmanager-*'],
    },
  ],
};
