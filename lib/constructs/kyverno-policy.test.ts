import type { App } from 'cdk8s';
import { synth } from '../synth';
import { manifestsOf, testComponent } from '../testing';
import { KyvernoPolicy, type KyvernoPolicyProps } from './kyverno-policy';
import type { Exclusion, MutationRule, ValidationRule } from './policy-rule';

const validation = {
  name: 'has-owner',
  kinds: ['Pod'],
  message: 'a pod needs an owner',
  pattern: { metadata: { labels: { owner: '?*' } } },
} satisfies ValidationRule;
const mutation: MutationRule = {
  name: 'add-owner',
  kinds: ['Deployment'],
  operations: ['CREATE'],
  lookups: { namespaceLabels: { urlPath: '/api/v1/namespaces/x', jmesPath: 'metadata.labels' } },
  onlyIf: [{ key: '{{ namespaceLabels.owner }}', operator: 'NotEquals', value: '' }],
  merge: { metadata: { labels: { '+(owner)': '{{ namespaceLabels.owner }}' } } },
};
const all: Required<KyvernoPolicyProps> = {
  name: 'owned',
  title: 'Everything has an owner',
  because: 'Costs go to somebody.',
  category: 'Labels',
  severity: 'high',
  action: 'Enforce',
  rules: [validation, mutation],
  exclusions: [{ reason: 'made by others', kinds: ['Pod'], namespaces: ['a', 'b'], names: ['c-*'] }],
  podControllers: false,
  annotations: { 'argocd.argoproj.io/sync-wave': '1' },
};
const few: KyvernoPolicyProps = {
  name: 'owned',
  title: 'Everything has an owner',
  because: 'Costs go to somebody.',
  category: 'Labels',
  rules: [validation],
};

function policy(props: KyvernoPolicyProps) {
  const component = testComponent();
  new KyvernoPolicy(component, 'policy', props);
  return manifestsOf(component)['ClusterPolicy owned'] as unknown as {
    metadata: { namespace?: string; annotations: Record<string, string> };
    spec: Record<string, unknown> & { rules: unknown[] };
  };
}

function problems(props: KyvernoPolicyProps): () => unknown {
  const component = testComponent();
  new KyvernoPolicy(component, 'policy', props);
  return () => synth(component.node.root as App);
}

test('judges by a pattern, with every default of the API written out', () => {
  expect(policy(few).spec).toEqual({
    admission: true,
    background: true,
    emitWarning: false,
    webhookConfiguration: { failurePolicy: 'Ignore', timeoutSeconds: 10 },
    rules: [
      {
        name: 'has-owner',
        match: { any: [{ resources: { kinds: ['Pod'], operations: ['CREATE', 'UPDATE'] } }] },
        skipBackgroundRequests: true,
        validate: {
          message: 'a pod needs an owner',
          failureAction: 'Audit',
          allowExistingViolations: true,
          pattern: validation.pattern,
        },
      },
    ],
  });
});

test('brings every prop into the policy', () => {
  const { metadata, spec } = policy(all);
  expect(metadata.namespace).toBeUndefined();
  expect(metadata.annotations).toMatchInlineSnapshot(`
{
  "argocd.argoproj.io/sync-wave": "1",
  "pod-policies.kyverno.io/autogen-controllers": "none",
  "policies.idp/exclusions": "Pod named c-* in a, b: made by others",
  "policies.kyverno.io/category": "Labels",
  "policies.kyverno.io/description": "Costs go to somebody.",
  "policies.kyverno.io/severity": "high",
  "policies.kyverno.io/subject": "Pod, Deployment",
  "policies.kyverno.io/title": "Everything has an owner",
}
`);
  expect(spec).toMatchObject({ webhookConfiguration: { failurePolicy: 'Fail' } });
  expect(spec.rules).toMatchObject([{ validate: { failureAction: 'Enforce' } }, { name: 'add-owner' }]);
});

test('completes objects with what it looks up', () => {
  expect(policy({ ...few, rules: [mutation] }).spec.rules).toEqual([
    {
      name: 'add-owner',
      match: { any: [{ resources: { kinds: ['Deployment'], operations: ['CREATE'] } }] },
      context: [
        {
          name: 'namespaceLabels',
          apiCall: { method: 'GET', urlPath: '/api/v1/namespaces/x', jmesPath: 'metadata.labels' },
        },
      ],
      preconditions: { all: mutation.onlyIf },
      skipBackgroundRequests: true,
      mutate: { patchStrategicMerge: mutation.merge },
    },
  ]);
});

test('denies where a condition holds', () => {
  const denyIf = [{ key: '{{ request.operation }}', operator: 'Equals' as const, value: 'CREATE' }];
  const rule: ValidationRule = { name: 'never', kinds: ['Pod'], message: 'no', denyIf };
  expect(policy({ ...few, rules: [rule] }).spec.rules).toMatchObject([
    { validate: { message: 'no', deny: { conditions: { any: denyIf } } } },
  ]);
});

test('excludes from every rule what the policy leaves alone, and keeps the reason', () => {
  const { metadata, spec } = policy(all);
  const exclude = { any: [{ resources: { kinds: ['Pod'], namespaces: ['a', 'b'], names: ['c-*'] } }] };
  expect(spec.rules).toMatchObject([{ exclude }, { exclude }]);
  expect(metadata.annotations['policies.idp/exclusions']).toBe('Pod named c-* in a, b: made by others');
});

test('blocks no request through an outage of Kyverno unless it could refuse one', () => {
  const failurePolicy = (props: KyvernoPolicyProps) => policy(props).spec.webhookConfiguration;
  expect(failurePolicy(few)).toMatchObject({ failurePolicy: 'Ignore' });
  expect(failurePolicy({ ...few, action: 'Enforce' })).toMatchObject({ failurePolicy: 'Fail' });
  expect(failurePolicy({ ...few, action: 'Enforce', rules: [mutation] })).toMatchObject({ failurePolicy: 'Ignore' });
});

test('holds for controllers of pods only where it says so', () => {
  const key = 'pod-policies.kyverno.io/autogen-controllers';
  expect(policy(few).metadata.annotations[key]).toBe('CronJob,DaemonSet,Deployment,Job,StatefulSet');
  expect(policy({ ...few, podControllers: false }).metadata.annotations[key]).toBe('none');
  expect(policy({ ...few, rules: [mutation] }).metadata.annotations).not.toHaveProperty([key]);
});

test('fails for an exclusion that names nothing or has no reason, all at once', () => {
  const exclusions: Exclusion[] = [{ reason: 'just because' }, { reason: ' ', namespaces: ['a'] }];
  expect(problems({ ...few, exclusions })).toThrowErrorMatchingInlineSnapshot(`
"synth failed:
  [tested/part/policy] an exclusion has no reason; say in 'reason' why the policy leaves it alone
  [tested/part/policy] the exclusion "just because" names nothing; give 'namespaces', 'kinds' or 'names'"
`);
});

test('fails for an exclusion by name that would take controllers out of a rule for pods', () => {
  const exclusions: Exclusion[] = [{ reason: 'made by a hook', names: ['hook-*'] }];
  expect(problems({ ...few, exclusions })).toThrowErrorMatchingInlineSnapshot(`
"synth failed:
  [tested/part/policy] the exclusion "made by a hook" goes by 'names', which takes the rules for Pods away from all controllers; exclude by 'namespaces', or set 'podControllers' to false"
`);
  expect(problems({ ...few, exclusions, podControllers: false })).not.toThrow();
});
