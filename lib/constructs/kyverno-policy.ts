import { Construct } from 'constructs';
import { ClusterPolicy } from '../../imports/kyverno.io';
import { type Exclusion, isValidation, type PolicyAction, type PolicyRule, renderedRule } from './policy-rule';

/** Controllers whose pod templates a rule for Pods holds for; without the list Kyverno adds ReplicaSets and their like. */
const POD_CONTROLLERS = 'CronJob,DaemonSet,Deployment,Job,StatefulSet';

export interface KyvernoPolicyProps {
  /** Name of the ClusterPolicy. */
  readonly name: string;
  /** A few words for lists and dashboards. */
  readonly title: string;
  /** Why the policy exists, in one sentence. */
  readonly because: string;
  /** What the policy is about: `Labels`. */
  readonly category: string;
  /** @default 'medium' */
  readonly severity?: 'low' | 'medium' | 'high';
  /** What happens on a violation; without meaning for rules that only complete objects. @default 'Audit' */
  readonly action?: PolicyAction;
  readonly rules: readonly PolicyRule[];
  /** Objects that none of the rules applies to. @default - none */
  readonly exclusions?: readonly Exclusion[];
  /** Whether rules for Pods hold for the pod templates of controllers too (Kyverno's autogen). @default true */
  readonly podControllers?: boolean;
  /** Further annotations, such as a sync wave. @default - none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A policy of the whole cluster: rules that judge or complete objects, with what they leave alone and why. */
export class KyvernoPolicy extends Construct {
  readonly action: PolicyAction;
  readonly exclusions: readonly Exclusion[];

  constructor(scope: Construct, id: string, props: KyvernoPolicyProps) {
    super(scope, id);
    const { action = 'Audit', exclusions = [], rules } = props;
    this.action = action;
    this.exclusions = exclusions;
    // A request fails with the webhook only where its answer could have refused it.
    const decides = action === 'Enforce' && rules.some(isValidation);

    new ClusterPolicy(this, 'Resource', {
      metadata: { name: props.name, annotations: annotations(props) },
      spec: {
        admission: true,
        background: true,
        emitWarning: false,
        webhookConfiguration: { failurePolicy: decides ? 'Fail' : 'Ignore', timeoutSeconds: 10 },
        rules: rules.map((rule) => renderedRule(rule, action, exclusions)),
      },
    });
    this.node.addValidation({ validate: () => [...exclusions.flatMap(vague), ...switchesOffControllers(props)] });
  }
}

function annotations(props: KyvernoPolicyProps): Record<string, string> {
  const { because, category, exclusions = [], podControllers = true, rules, severity = 'medium', title } = props;
  const kinds = [...new Set(rules.flatMap((rule) => rule.kinds))];
  return {
    'policies.kyverno.io/title': title,
    'policies.kyverno.io/description': because,
    'policies.kyverno.io/category': category,
    'policies.kyverno.io/severity': severity,
    'policies.kyverno.io/subject': kinds.join(', '),
    ...(exclusions.length > 0 ? { 'policies.idp/exclusions': exclusions.map(described).join('\n') } : {}),
    ...(matchesPods(rules)
      ? { 'pod-policies.kyverno.io/autogen-controllers': podControllers ? POD_CONTROLLERS : 'none' }
      : {}),
    ...props.annotations,
  };
}

function described({ kinds, names, namespaces, reason }: Exclusion): string {
  const what = [
    kinds === undefined ? undefined : kinds.join(', '),
    names === undefined ? undefined : `named ${names.join(', ')}`,
    namespaces === undefined ? undefined : `in ${namespaces.join(', ')}`,
  ];
  return `${what.filter((part) => part !== undefined).join(' ')}: ${reason}`;
}

function matchesPods(rules: readonly PolicyRule[]): boolean {
  return rules.some(({ kinds }) => kinds.length === 1 && kinds[0] === 'Pod');
}

function vague({ kinds = [], names = [], namespaces = [], reason }: Exclusion): string[] {
  if (reason.trim() === '') return [`an exclusion has no reason; say in 'reason' why the policy leaves it alone`];
  if (kinds.length + names.length + namespaces.length > 0) return [];
  return [`the exclusion "${reason}" names nothing; give 'namespaces', 'kinds' or 'names'`];
}

/** Kyverno derives no rules for controllers where a rule excludes by name (`CanAutoGen` in pkg/autogen, v1.15.2), and says so only in its log. */
function switchesOffControllers({ exclusions = [], podControllers = true, rules }: KyvernoPolicyProps): string[] {
  const named = exclusions.find(({ names }) => names !== undefined);
  if (named === undefined || !podControllers || !matchesPods(rules)) return [];
  return [
    `the exclusion "${named.reason}" goes by 'names', which takes the rules for Pods away from all controllers; exclude by 'namespaces', or set 'podControllers' to false`,
  ];
}
