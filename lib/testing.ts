import { definePlatform } from './config/define-platform';
import type { Platform } from './model/platform';
import type { Settings } from './model/settings';

/** The demo platform for tests, whatever the user's `platform.ts` says. Overrides replace whole settings: `{ tls: 'certificate' }`. */
export function demoPlatform(overrides: Partial<Settings> = {}): Platform {
  return definePlatform({
    clusterName: 'idp-demo',
    repository: { url: 'https://github.com/example-org/idp-synth.git', revision: 'main' },
    dns: { ip: '127.0.0.1', provider: 'nip.io' },
    ...overrides,
  });
}
