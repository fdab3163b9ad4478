import type { ValidationRule } from '../../../constructs/policy-rule';
import { requireImageTag } from './require-image-tag';

const rule = requireImageTag.rules[0] as ValidationRule & {
  pattern: { spec: { containers: { image: string }[] } };
};
const pattern = rule.pattern.spec.containers[0]?.image ?? '';

/** The operators of a string pattern as Kyverno reads them: `|` splits before `&`, `!` negates, `*` and `?` are wildcards. */
function matches(value: string): boolean {
  return pattern.split('|').some((all) => all.split('&').every((one) => holds(value, one.trim())));
}

function holds(value: string, one: string): boolean {
  const wildcard = one.replace(/^!/, '');
  const regex = new RegExp(
    `^${[...wildcard].map((c) => (c === '*' ? '.*' : c === '?' ? '.' : `\\${c}`.replace(/\\(\w)/, '$1'))).join('')}$`,
  );
  return regex.test(value) !== one.startsWith('!');
}

test.each([
  'sonarqube:25.9.0',
  'ghcr.io/kyverno/kyverno:v1.15.2',
  'localhost:5000/team/app:1.0',
  'registry.k8s.io/pause@sha256:0123',
  'pause@sha256:0123',
])('takes %s', (image) => {
  expect(matches(image)).toBe(true);
});

test.each(['nginx', 'nginx:latest', 'library/nginx', 'localhost:5000/team/app', 'localhost:5000/team/app:latest'])(
  'refuses %s',
  (image) => {
    expect(matches(image)).toBe(false);
  },
);
