import { Component } from '../../constructs/component';
import { HelmRelease } from '../../constructs/helm-release';
import { KyvernoPolicy } from '../../constructs/kyverno-policy';
import { MONITOR_LABELS } from '../../constructs/monitor-labels';
import { placeOn } from '../../constructs/placement';
import type { Exclusion } from '../../constructs/policy-rule';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { Stack } from '../../constructs/stack';
import { type KyvernoValues, kyverno } from '../../helm/kyverno';
import type { Platform } from '../../model/platform';
import type { StackName } from '../../model/settings';
import { STACK_NAMESPACES } from '../namespaces';
import { POLICIES } from './rules';

/**
 * Namespaces whose objects Kyverno is not asked about at admission: what it needs to come back after an outage (DNS and
 * network), and Argo CD, which repairs it. Its own namespace is added by the chart. Reports cover Argo CD all the same;
 * the chart's `config.resourceFilters` keep `kube-system` and Kyverno itself out of them too.
 */
const NOT_ASKED_ABOUT = ['kube-system', 'argocd'];

/** Policies are applied once Kyverno's webhook answers; waves order objects within one Application. */
const AFTER_THE_ENGINE = { 'argocd.argoproj.io/sync-wave': '1' };

/** Kyverno and the policies it admits by. */
export class Policies extends Component {
  constructor(stack: Stack) {
    super(stack, 'policies');
    const { sizing } = this.platform;

    new HelmRelease(this, 'release', { chart: kyverno, values: values(this.platform) });
    for (const policy of POLICIES) {
      new KyvernoPolicy(this, policy.name, {
        action: sizing.policyAction,
        ...policy,
        exclusions: (policy.exclusions ?? []).filter((exclusion) => excludesSomething(exclusion, this.platform)),
        annotations: AFTER_THE_ENGINE,
      });
    }
  }
}

/** Whether all namespaces that an exclusion names are there: those of a stack that is off are not. */
function excludesSomething({ namespaces = [] }: Exclusion, { stacks }: Platform): boolean {
  const missing = Object.entries(STACK_NAMESPACES)
    .filter(([stack]) => !stacks[stack as StackName])
    .map(([, namespace]) => namespace);
  return !namespaces.some((namespace) => missing.includes(namespace));
}

function values(platform: Platform): KyvernoValues {
  const { sizing, stacks } = platform;
  const common = {
    ...placeOn(platform, 'infra'),
    priorityClassName: 'platform-policy' satisfies PriorityClassName,
    serviceMonitor: { enabled: stacks.observability, additionalLabels: MONITOR_LABELS },
  };
  return {
    crds: { install: true, migration: { enabled: false } },
    config: {
      preserve: false,
      excludeKyvernoNamespace: true,
      webhooks: {
        namespaceSelector: {
          matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: NOT_ASKED_ABOUT }],
        },
      },
    },
    webhooksCleanup: { enabled: false },
    admissionController: {
      ...common,
      replicas: sizing.replicas,
      podDisruptionBudget: { enabled: sizing.replicas > 1 },
      container: {
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '384Mi' } },
      },
      initContainer: {
        resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { cpu: '100m', memory: '256Mi' } },
      },
    },
    backgroundController: {
      ...common,
      replicas: 1,
      resources: { requests: { cpu: '25m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
    },
    cleanupController: {
      ...common,
      replicas: 1,
      resources: { requests: { cpu: '25m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
    },
    reportsController: {
      ...common,
      replicas: 1,
      resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '300m', memory: '256Mi' } },
    },
  };
}
