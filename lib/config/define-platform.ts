import type { Platform } from '../model/platform';
import type { Settings } from '../model/settings';
import { UserError } from '../model/user-error';
import { checkSettings } from './check-settings';
import { report } from './problem';
import { resolve } from './resolve';

const defined = new WeakSet<object>();

/**
 * Describes a platform. This is what `platform.ts` exports:
 *
 *     export default definePlatform({ repository: { … }, dns: { … } });
 *
 * @throws UserError that names all problems of the settings at once
 */
export function definePlatform(settings: Settings): Platform {
  const problems = checkSettings(settings);
  if (problems.length > 0) throw new UserError(report(problems));
  const platform = resolve(settings);
  defined.add(platform);
  return platform;
}

/** Whether {@link definePlatform} made `value`, so that it is checked and complete. */
export function isPlatform(value: unknown): value is Platform {
  return typeof value === 'object' && value !== null && defined.has(value);
}
