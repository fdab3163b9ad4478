import type { ComponentValues } from '../helm/component-values';
import type { Platform } from '../model/platform';
import type { Settings } from '../model/settings';
import { UserError } from '../model/user-error';
import { checkSettings } from './check-settings';
import { report } from './problem';
import { resolve } from './resolve';

/** What `platform.ts` may say: settings whose `values` are typed where the Helm chart is known. */
export type PlatformSettings = Omit<Settings, 'values'> & { readonly values?: ComponentValues };

const defined = new WeakSet<object>();

/**
 * Describes a platform. This is what `platform.ts` exports:
 *
 *     export default definePlatform({ repository: { … }, dns: { … } });
 *
 * @throws UserError that names all problems of the settings at once
 */
export function definePlatform(typed: PlatformSettings): Platform {
  // The same values under plainer types: what they say is checked at run time.
  const settings = typed as Settings;
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
