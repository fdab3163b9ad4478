import type { Settings } from '../model/settings';
import { object } from './objects';
import type { Path, Problem } from './problem';
import { poolsCanBeToldApart } from './rules/pools-can-be-told-apart';
import { prodUnsealsItself } from './rules/prod-unseals-itself';
import type { Rule } from './rules/rule';
import { stacksHaveWhatTheyNeed } from './rules/stacks-have-what-they-need';
import { valuesAreUsed } from './rules/values-are-used';
import { vaultPathsAreDistinct } from './rules/vault-paths-are-distinct';
import { vaultPathsLeaveOutTheMount } from './rules/vault-paths-leave-out-the-mount';
import { SETTINGS } from './schema';
import { findSecrets } from './secrets';

/** What a rule says of a setting is not worth saying once a part of it is broken by itself. */
const RULES: readonly Rule[] = [
  stacksHaveWhatTheyNeed,
  poolsCanBeToldApart,
  vaultPathsLeaveOutTheMount,
  vaultPathsAreDistinct,
  prodUnsealsItself,
];

/** All problems of the settings, in no order. */
export function checkSettings(settings: unknown): Problem[] {
  const secrets = findSecrets(settings);
  const malformed: Problem[] = [];
  const usable = object<Settings>(SETTINGS).read(settings, [], malformed) ?? {};
  const parts = [...secrets, ...malformed.filter(({ path }) => !secrets.some((secret) => isWithin(secret.path, path)))];
  const between = RULES.flatMap((rule) => rule(usable));
  const worthSaying = between.filter(({ path }) => !parts.some((part) => isWithin(part.path, path)));
  return [...parts, ...worthSaying, ...valuesAreUsed(usable)];
}

/** Whether `path` is `parent` or lies below it. */
function isWithin(path: Path, parent: Path): boolean {
  return parent.every((step, i) => step === path[i]);
}
