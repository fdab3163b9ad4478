/** What Kyverno does with a violation: reports it, or refuses the request too. */
export type PolicyAction = 'Audit' | 'Enforce';

/** A rule of a policy: it judges objects, or completes them. */
export type PolicyRule = ValidationRule | MutationRule;

/** What a rule applies to. */
export interface RuleScope {
  /** Unique within its policy. */
  readonly name: string;
  /**
   * Kinds of objects. A rule for `Pod` alone holds for the pod templates of controllers too, unless the policy says
   * otherwise.
   */
  readonly kinds: readonly string[];
  /** @default ['CREATE', 'UPDATE'] */
  readonly operations?: readonly ('CREATE' | 'UPDATE')[];
  /** What the rule reads from the API server first, by the name it is used under. @default - nothing */
  readonly lookups?: Readonly<Record<string, Lookup>>;
  /** All have to hold, or the rule does not apply. @default - always applies */
  readonly onlyIf?: readonly Condition[];
}

/** Judges objects: by a pattern they have to match, or by conditions of which none may hold. */
export type ValidationRule = RuleScope & {
  /** What a user reads whose object is refused. */
  readonly message: string;
} & ({ readonly pattern: object } | { readonly denyIf: readonly Condition[] });

/** Merges fields into objects; a key in the anchor `+(key)` is added where it is absent and never overwrites. */
export type MutationRule = RuleScope & { readonly merge: object };

/** A GET request to the API server, and the part of the answer to keep (JMESPath). */
export interface Lookup {
  readonly urlPath: string;
  readonly jmesPath: string;
}

/** Compares two values; both may be JMESPath expressions in `{{ }}`. */
export interface Condition {
  readonly key: string;
  readonly operator: 'Equals' | 'NotEquals' | 'AnyIn' | 'AllNotIn' | 'GreaterThan' | 'LessThan';
  readonly value: string | number | boolean | readonly string[];
}

/** Objects that a policy leaves alone. What it names has to hold together; one of the three is needed. */
export interface Exclusion {
  /** Why; kept with the policy. */
  readonly reason: string;
  readonly namespaces?: readonly string[];
  readonly kinds?: readonly string[];
  /** Names of objects, `*` and `?` allowed. */
  readonly names?: readonly string[];
}

export function isValidation(rule: PolicyRule): rule is ValidationRule {
  return 'message' in rule;
}

/**
 * A rule as the API server stores it: every default inside the list is written out, or Argo CD sees a difference for
 * ever (defaults of the CRD clusterpolicies.kyverno.io, v1.15.2).
 */
export function renderedRule(rule: PolicyRule, action: PolicyAction, exclusions: readonly Exclusion[]) {
  const { kinds, lookups = {}, name, onlyIf = [], operations = ['CREATE', 'UPDATE'] } = rule;
  return {
    name,
    match: { any: [{ resources: { kinds: [...kinds], operations: [...operations] } }] },
    ...(exclusions.length > 0 ? { exclude: { any: exclusions.map(excluded) } } : {}),
    ...(Object.keys(lookups).length > 0 ? { context: Object.entries(lookups).map(context) } : {}),
    ...(onlyIf.length > 0 ? { preconditions: { all: [...onlyIf] } } : {}),
    skipBackgroundRequests: true,
    ...(isValidation(rule)
      ? {
          validate: { message: rule.message, failureAction: action, allowExistingViolations: true, ...judgement(rule) },
        }
      : { mutate: { patchStrategicMerge: rule.merge } }),
  };
}

function excluded({ kinds, names, namespaces }: Exclusion) {
  return {
    resources: {
      ...(kinds === undefined ? {} : { kinds: [...kinds] }),
      ...(namespaces === undefined ? {} : { namespaces: [...namespaces] }),
      ...(names === undefined ? {} : { names: [...names] }),
    },
  };
}

function context([name, { jmesPath, urlPath }]: [string, Lookup]) {
  return { name, apiCall: { method: 'GET' as const, urlPath, jmesPath } };
}

function judgement(rule: ValidationRule) {
  return 'pattern' in rule ? { pattern: rule.pattern } : { deny: { conditions: { any: [...rule.denyIf] } } };
}
