import { definePlatform } from './lib/config/define-platform';

export default definePlatform({
  clusterName: 'idp-demo',
  repository: { url: 'https://github.com/example-org/idp-synth.git', revision: 'main' },
  dns: { ip: '127.0.0.1', provider: 'nip.io' },
});
