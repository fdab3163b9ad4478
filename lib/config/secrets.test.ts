import { demoPlatform } from '../testing';

// Put together here, so that no scanner of this repository takes a test for a leak.
const LITERALS: Readonly<Record<string, string>> = {
  'a private key': ['-----BEGIN RSA', 'PRIVATE KEY-----\nMIIEowIB'].join(' '),
  'a bcrypt hash': `$2a$10$${'abcdefghij.'.repeat(5).slice(0, 53)}`,
  'an AWS access key': `AKIA${'ABCD1234'.repeat(2)}`,
  'a GitHub token': `ghp_${'aB3'.repeat(12)}`,
  'a GitLab token': `glpat-${'aB3-'.repeat(5)}`,
  'a Slack token': `xoxb-${'1234567890'.repeat(2)}`,
  'a Slack webhook': `https://hooks.slack.com/services/${['T0001', 'B0001', 'abcdef'].join('/')}`,
  'a Google API key': `AIza${'aB3-x'.repeat(7)}`,
  'a SonarQube token': `squ_${'0123456789'.repeat(4)}`,
  'a Vault token': `hvs.${'aB3x'.repeat(6)}`,
  'a JSON Web Token': ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0In0', 'c2lnbmF0dXJl'].join('.'),
  'a URL with a password in it': ['postgres://idp', 'hunter2@db:5432/idp'].join(':'),
};

describe.each(Object.entries(LITERALS))('%s', (what, literal) => {
  const places = {
    'values.argocd.deep[0].text': { values: { argocd: { deep: [{ text: `x ${literal} y` }] } } },
    clusterName: { clusterName: literal },
    'labels.owner': { labels: { owner: literal } },
    'repository.revision': { repository: { url: 'https://github.com/example-org/idp.git', revision: literal } },
    'vault.paths.grafanaAdmin': { vault: { paths: { grafanaAdmin: literal, argocdAdmin: 'a' } } },
    'vault.autoUnseal.parameters.key': { vault: { autoUnseal: { type: 'transit', parameters: { key: literal } } } },
  } as const;

  test.each(Object.entries(places))('is found in %s and never shown', (path, settings) => {
    const message = messageFor(settings);
    expect(message).toContain(`  platform.ts:${path} looks like ${what}: (not shown); settings are committed; `);
    expect(message.split('\n')).toHaveLength(2);
    expect(message).not.toContain(literal);
    expect(message).not.toContain(literal.slice(0, 20));
  });

  test('is not shown where it is a key', () => {
    expect(messageFor({ stacks: { [literal]: true } })).toContain('platform.ts:stacks[(not shown)] is an unknown key');
    expect(messageFor({ stacks: { [literal]: true } })).not.toContain(literal);
  });
});

test.each([
  'password',
  'adminPassword',
  'admin.password',
  'HTTP_Passwd',
  'apiToken',
  'secretAccessKey',
  'clientSecret',
])('finds a literal under the key %s', (key) => {
  expect(messageFor({ values: { argocd: { sso: { [key]: 'hunter2' } } } })).toMatch(
    /is a literal where a secret belongs: \(not shown\); settings are committed; keep it in Vault, and name the Secret/,
  );
});

test('finds a literal under the key secret, but not the name of a Secret', () => {
  expect(messageFor({ values: { argocd: { secret: 'hunter2' } } })).toContain('values.argocd.secret is a literal');
  expect(messageFor({ values: { argocd: { secret: 'argocd-sso-client' } } })).toBe('');
});

test('finds a literal in a list of environment variables', () => {
  const env = [
    { name: 'LOG_LEVEL', value: 'debug' },
    { name: 'DB_PASSWORD', value: 'hunter2' },
    { name: 'API_TOKEN', valueFrom: { secretKeyRef: { name: 'api', key: 'token' } } },
  ];
  expect(messageFor({ values: { sonarqube: { env } } })).toBe(
    [
      'platform.ts has 1 problem:',
      '  platform.ts:values.sonarqube.env[1].value is a literal for "DB_PASSWORD": (not shown); settings are committed; keep it in Vault, and name the Secret that carries it where the chart takes one',
    ].join('\n'),
  );
});

test('finds credentials among the parameters of a seal', () => {
  const parameters = { region: 'eu-central-1', kms_key_id: 'alias/idp', access_key: 'abc', secret_key: 'def' };
  expect(messageFor({ vault: { autoUnseal: { type: 'awskms', parameters } } })).toBe(
    [
      'platform.ts has 2 problems:',
      "  platform.ts:vault.autoUnseal.parameters.access_key is a literal where a secret belongs: (not shown); settings are committed; put it into a Secret and name that in 'vault.autoUnseal.credentialsSecret'",
      "  platform.ts:vault.autoUnseal.parameters.secret_key is a literal where a secret belongs: (not shown); settings are committed; put it into a Secret and name that in 'vault.autoUnseal.credentialsSecret'",
    ].join('\n'),
  );
});

test('takes what only names a secret, or stands for one', () => {
  const values = {
    admin: { existingSecret: 'grafana-admin', userKey: 'admin-user', passwordKey: 'admin-password' },
    imagePullSecrets: [{ name: 'registry' }],
    automountServiceAccountToken: false,
    password: '',
    token: null,
    bearerTokenFile: '/var/run/secrets/token',
    serverTokenHeader: 'Trivy-Token',
    secretName: 'idp-wildcard-cert',
    tlsSecret: 'tls',
    oidc: { clientSecret: '$oidc:client-secret' },
    config: { adminPassword: '$' + '{ADMIN_PASSWORD}', apiToken: '$(API_TOKEN)', smtpPassword: '{{ .password }}' },
    url: 'postgres://$(USER):$(PASSWORD)@db:5432/idp',
    image: 'registry.example.com:5000/idp@sha256:0123',
  };
  expect(messageFor({ values: { argocd: values } })).toBe('');
});

function messageFor(settings: object): string {
  try {
    demoPlatform(settings);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
