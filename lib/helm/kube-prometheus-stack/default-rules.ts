import type { Manifest } from '../../model/manifest';
import { cutName } from '../full-name';
import { object } from '../objects';
import { scrapes } from './kubernetes-parts';
import { RULE_GROUPS, RULES_NEED, type RuleSwitch } from './rule-groups';
import { type StackRelease, stackName } from './stack-release';

/** The PrometheusRules that the chart brings, one for each group. */
export function defaultRules(release: StackRelease): Manifest[] {
  const { create = true, rules = {} } = release.values.defaultRules ?? {};
  if (!create) return [];
  return (Object.keys(RULE_GROUPS) as RuleSwitch[])
    .filter((group) => rules[group] ?? true)
    .filter((group) => {
      const part = RULES_NEED[group];
      return part === undefined || scrapes(release, part);
    })
    .flatMap((group) => RULE_GROUPS[group].map((name) => rule(release, name)));
}

function rule(release: StackRelease, group: string): Manifest {
  const name = cutName(`${stackName(release)}-${group}`, 63);
  const labels = { release: release.name };
  return object('monitoring.coreos.com/v1', 'PrometheusRule', name, release.namespace, {
    metadata: { name, namespace: release.namespace, labels },
  });
}
