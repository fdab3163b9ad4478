import type { Platform } from '../model/platform';
import type { Settings } from '../model/settings';
import { resolve } from './resolve';

/**
 * Describes a platform. This is what `platform.ts` exports:
 *
 *     export default definePlatform({ repository: { … }, dns: { … } });
 */
export function definePlatform(settings: Settings): Platform {
  return resolve(settings);
}
