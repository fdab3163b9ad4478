import { COMPONENTS } from '../model/components';
import type { Settings } from '../model/settings';
import { definePlatform } from './define-platform';

const URL = 'https://github.com/example-org/idp.git';

/** All that `values` can name, as messages list it. */
const COMPONENT_IDS = Object.keys(COMPONENTS).join(', ');

const CYCLE: { a: Record<string, unknown> } = { a: {} };
CYCLE.a.b = CYCLE;

/** Settings laid over a sound platform, and the lines of the message they bring about. */
type Broken = readonly [settings: object, ...lines: string[]];

const BROKEN: Readonly<Record<string, readonly Broken[]>> = {
  'keys and types': [
    [
      { clusterNam: 'idp' },
      `platform.ts:clusterNam is an unknown key: "clusterNam"; did you mean 'clusterName'? the keys here are clusterName, repository, dns, tls, labels, profile, stacks, nodePools, storage, retention, vault, values`,
    ],
    [
      { stacks: { observabilty: true, monitoring: true } },
      'platform.ts:stacks.monitoring is an unknown key: "monitoring"; the keys here are platform, observability, cicd, security',
      `platform.ts:stacks.observabilty is an unknown key: "observabilty"; did you mean 'observability'? the keys here are platform, observability, cicd, security`,
    ],
    [
      { repository: undefined, dns: undefined },
      `platform.ts:dns is missing: nothing; write either { ip: '192.168.1.10' } or { domain: 'idp.example.com' }`,
      `platform.ts:repository is missing: nothing; write an object such as { url: 'https://github.com/your-org/idp.git' }`,
    ],
    [
      { repository: {} },
      'platform.ts:repository.url is missing: nothing; write the URL that Argo CD clones, such as "https://github.com/your-org/idp.git"',
    ],
    [
      { repository: 'https://github.com/example-org/idp.git' },
      `platform.ts:repository is not an object: "https://github.com/example-org/idp.git"; write an object such as { url: 'https://github.com/your-org/idp.git' }`,
    ],
    [
      { stacks: ['cicd'] },
      'platform.ts:stacks is not an object: a list; write an object with platform, observability, cicd, security',
    ],
    [
      { stacks: { cicd: 'no' } },
      'platform.ts:stacks.cicd is neither true nor false: "no"; write true or false, without quotes',
    ],
    [
      { tls: 'letsencrypt' },
      'platform.ts:tls is not among the values allowed: "letsencrypt"; write "annotation" or "certificate"',
    ],
    [
      { profile: 'production' },
      'platform.ts:profile is not among the values allowed: "production"; write "demo", "staging" or "prod"',
    ],
    [{ clusterName: 3 }, 'platform.ts:clusterName is not a string: 3; write a name such as "idp-demo"'],
    [{ storage: { loki: 5 } }, 'platform.ts:storage.loki is not a string: 5; write a size such as "5Gi"'],
    [
      { nodePools: { infra: { taints: 'a:NoSchedule' } } },
      'platform.ts:nodePools.infra.taints is not a list: "a:NoSchedule"; write a list of taints such as "dedicated=infra:NoSchedule"',
    ],
  ],
  'names and labels': [
    [
      { clusterName: 'IDP Demo' },
      'platform.ts:clusterName is no legal name for a cluster: "IDP Demo"; write lower-case letters, digits and "-", with a letter or digit at both ends, such as "idp-demo"',
    ],
    [
      { clusterName: 'a'.repeat(33) },
      'platform.ts:clusterName is too long for the name of a cluster: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; it has 33 characters; k3d takes at most 32',
    ],
    [
      { labels: { owner: 'Platform Team', 'business-unit': '', environment: 'x'.repeat(64), team: 'a' } },
      'platform.ts:labels["business-unit"] is empty: ""; write a value, or leave the key out for the default',
      'platform.ts:labels.environment is too long for the value of a label: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"; it has 64 characters; write at most 63',
      'platform.ts:labels.owner is no legal value for a label: "Platform Team"; write letters, digits, "-", "_" and ".", with a letter or digit at both ends, such as "Platform-Team"',
      'platform.ts:labels.team is an unknown key: "team"; the keys here are owner, business-unit, environment',
    ],
  ],
  'the repository': [
    [
      { repository: { url: `\${REPO_URL}` } },
      `platform.ts:repository.url still holds the placeholder \${REPO_URL}: "\${REPO_URL}"; write the URL itself; nothing fills it in later`,
    ],
    [
      { repository: { url: 'https://github.com/<your-org>/idp.git' } },
      'platform.ts:repository.url still holds the placeholder <your-org>: "https://github.com/<your-org>/idp.git"; write the URL itself; nothing fills it in later',
    ],
    [
      { repository: { url: 'https://someone@github.com/example-org/idp.git' } },
      'platform.ts:repository.url carries credentials: (not shown); settings are committed; write the URL alone, and give Argo CD the credentials in a repository Secret',
    ],
    [
      { repository: { url: 'https://someone:s3cr3t@github.com/example-org/idp.git' } },
      'platform.ts:repository.url looks like a URL with a password in it: (not shown); settings are committed; write the URL alone, and give Argo CD the credentials in a repository Secret',
    ],
    [
      { repository: { url: 'github.com/example-org/idp' } },
      'platform.ts:repository.url is not the URL of a Git repository: "github.com/example-org/idp"; write "https://github.com/example-org/idp" or "git@github.com:example-org/idp"',
    ],
    [
      { repository: { url: 'http://github.com/example-org/idp.git' } },
      'platform.ts:repository.url is fetched over a connection that anyone can alter: "http://github.com/example-org/idp.git"; write https:// or ssh:// in front',
    ],
    [
      { repository: { url: 'https://github.com' } },
      'platform.ts:repository.url is not the URL of a Git repository: "https://github.com"; it names no repository; write one such as "https://github.com/your-org/idp.git"',
    ],
    [
      { repository: { url: 'https://github.com/example-org/idp/tree/main' } },
      `platform.ts:repository.url is a page of a web site, not a repository: "https://github.com/example-org/idp/tree/main"; write the URL of "git clone", such as "https://github.com/your-org/idp.git", and the branch as 'repository.revision'`,
    ],
    [
      { repository: { url: '../idp' } },
      'platform.ts:repository.url is not the URL of a Git repository: "../idp"; write https://host/path, ssh://git@host/path or git@host:path, such as "https://github.com/your-org/idp.git"',
    ],
    [
      { repository: { url: URL, revision: 'feature branch' } },
      'platform.ts:repository.revision is no name that Git allows for a branch or tag: "feature branch"; it holds a space; write a branch, tag or commit such as "main"',
    ],
    [
      { repository: { url: URL, revision: 'a..b' } },
      'platform.ts:repository.revision is no name that Git allows for a branch or tag: "a..b"; it holds ".."; write a branch, tag or commit such as "main"',
    ],
    [
      { repository: { url: URL, revision: '' } },
      'platform.ts:repository.revision is no name that Git allows for a branch or tag: ""; it is empty; write a branch, tag or commit such as "main"',
    ],
    [
      { repository: { url: URL, revision: '<branch>' } },
      'platform.ts:repository.revision still holds the placeholder <branch>: "<branch>"; write the branch itself; nothing fills it in later',
    ],
  ],
  DNS: [
    [
      { dns: { ip: '999.1.1.1' } },
      'platform.ts:dns.ip is not an IPv4 address: "999.1.1.1"; "999" is too large; write numbers from 0 to 255',
    ],
    [
      { dns: { ip: '192.168.01.10' } },
      'platform.ts:dns.ip is not an IPv4 address: "192.168.01.10"; some programs read "01" as an octal number; write "1"',
    ],
    [
      { dns: { ip: '0.0.0.0' } },
      'platform.ts:dns.ip is no address that can be reached: "0.0.0.0"; write the address under which the Gateway answers, such as "192.168.1.10", or "127.0.0.1" on this machine',
    ],
    [
      { dns: { ip: 'localhost' } },
      'platform.ts:dns.ip is not an IPv4 address: "localhost"; write four numbers with dots, such as "192.168.1.10"',
    ],
    [
      { dns: { ip: '127.0.0.1', provider: 'xip.io' } },
      'platform.ts:dns.provider is not among the values allowed: "xip.io"; write "nip.io" or "sslip.io"',
    ],
    [
      { dns: { provider: 'nip.io' } },
      'platform.ts:dns.ip is missing: nothing; write an IPv4 address such as "192.168.1.10"',
    ],
    [
      { dns: {} },
      `platform.ts:dns has neither an address nor a domain: no key; write either { ip: '192.168.1.10' } or { domain: 'idp.example.com' }`,
    ],
    [
      { dns: { domian: 'idp.example.com' } },
      `platform.ts:dns.domian is an unknown key: "domian"; did you mean 'domain'? the keys here are ip, provider, domain`,
    ],
    [
      { dns: { ip: '127.0.0.1', domain: 'idp.example.com' } },
      `platform.ts:dns has both an address and a domain: ip, domain; write either { ip: '192.168.1.10' } or { domain: 'idp.example.com' }`,
    ],
    [
      { dns: { domain: 'nip.io' } },
      `platform.ts:dns.domain lies under nip.io, where names are made from an address: "nip.io"; write { ip: '192.168.1.10', provider: 'nip.io' } with your address instead of 'domain'`,
    ],
    [
      { dns: { domain: '127-0-0-1.sslip.io' } },
      `platform.ts:dns.domain lies under sslip.io, where names are made from an address: "127-0-0-1.sslip.io"; write { ip: '192.168.1.10', provider: 'sslip.io' } with your address instead of 'domain'`,
    ],
    [
      { dns: { domain: 'https://IDP.example.com/' } },
      'platform.ts:dns.domain is not a domain: "https://IDP.example.com/"; write "idp.example.com"',
    ],
    [
      { dns: { domain: '*.idp.example.com' } },
      'platform.ts:dns.domain is not a domain: "*.idp.example.com"; write "idp.example.com"',
    ],
    [
      { dns: { domain: 'idp' } },
      'platform.ts:dns.domain is not a domain: "idp"; write at least two names of lower-case letters, digits and "-" with dots between, such as "idp.example.com"',
    ],
    [
      { dns: { domain: '10.0.0.1' } },
      `platform.ts:dns.domain is an address: "10.0.0.1"; write { ip: '10.0.0.1' } instead of 'domain'`,
    ],
    [
      { dns: { domain: `${'a.'.repeat(125)}io` } },
      'platform.ts:dns.domain is too long for a domain: 252 characters; write at most 243, because hostnames such as sonarqube.<domain> end at 253',
    ],
  ],
  'stacks that need each other': [
    [
      { stacks: { observability: false } },
      `platform.ts:stacks.security needs the stack 'observability', which is off: true by default; write security: false, or switch 'observability' on`,
    ],
    [
      { stacks: { observability: false, security: true } },
      `platform.ts:stacks.security needs the stack 'observability', which is off: true; write security: false, or switch 'observability' on`,
    ],
    [
      { stacks: { cicd: false }, values: { sonarqube: {} } },
      `platform.ts:values.sonarqube is for a component of the stack 'cicd', which is off: values that nothing reads; remove them, or switch 'cicd' on`,
    ],
  ],
  'node pools': [
    [
      { nodePools: { infra: { nodes: 0 } } },
      'platform.ts:nodePools.infra.nodes is not a whole number of at least 1: 0; write a whole number of at least 1, without quotes',
    ],
    [
      { nodePools: { infra: { labels: { 'node-role.kubernetes.io/infra': 'true' } } } },
      'platform.ts:nodePools.infra.labels["node-role.kubernetes.io/infra"] is a label that no node may give itself: "node-role.kubernetes.io/infra"; its kubelet would refuse to start; write a key of your own such as "node-role", or one under node.kubernetes.io/',
    ],
    [
      { nodePools: { infra: { labels: { 'disk type': 'ssd', 'Example.com/disk': 'ssd', role: 'it infra' } } } },
      'platform.ts:nodePools.infra.labels["Example.com/disk"] is no legal key for a label: "Example.com/disk"; write a lower-case domain before "/", such as "example.com/disk"',
      'platform.ts:nodePools.infra.labels["disk type"] is no legal key for a label: "disk type"; write letters, digits, "-", "_" and ".", with a letter or digit at both ends, such as "disk-type"',
      'platform.ts:nodePools.infra.labels.role is no legal value for a label: "it infra"; write letters, digits, "-", "_" and ".", with a letter or digit at both ends, such as "it-infra"',
    ],
    [
      { nodePools: { infra: { labels: { role: 'shared' } }, workloads: { labels: { role: 'shared' } } } },
      `platform.ts:nodePools.workloads.labels is also on the nodes of the pool 'infra': "role=shared"; give it a label of its own, such as { 'node-role': 'workloads' }`,
    ],
    [
      { nodePools: { infra: { labels: { role: 'shared' } }, workloads: { labels: { role: 'shared', disk: 'ssd' } } } },
      `platform.ts:nodePools.infra.labels is also on the nodes of the pool 'workloads': "role=shared"; give it a label of its own, such as { 'node-role': 'infra' }`,
    ],
    [
      { nodePools: { infra: { labels: {} } } },
      `platform.ts:nodePools.infra.labels is empty, so that no pod can be placed there: no label; give it a label of its own, such as { 'node-role': 'infra' }`,
    ],
    [
      {
        nodePools: {
          infra: {
            taints: [
              'dedicated=infra',
              'dedicated=infra:NoSchedul',
              'dedicated=infra team:NoSchedule',
              'a b:NoExecute',
            ],
          },
        },
      },
      'platform.ts:nodePools.infra.taints[0] is not a taint: "dedicated=infra"; it says no effect; write "dedicated=infra:NoSchedule", or another of NoSchedule, PreferNoSchedule, NoExecute',
      'platform.ts:nodePools.infra.taints[1] is not a taint: "dedicated=infra:NoSchedul"; did you mean "dedicated=infra:NoSchedule"? the effects are NoSchedule, PreferNoSchedule, NoExecute',
      'platform.ts:nodePools.infra.taints[2] is not a taint: "dedicated=infra team:NoSchedule"; "infra team" is no legal value for a label; write letters, digits, "-", "_" and ".", with a letter or digit at both ends, such as "infra-team"',
      'platform.ts:nodePools.infra.taints[3] is not a taint: "a b:NoExecute"; "a b" is no legal key for a label; write letters, digits, "-", "_" and ".", with a letter or digit at both ends, such as "a-b"',
    ],
    [
      { nodePools: { infra: { taints: ['dedicated:Sometimes'] } } },
      'platform.ts:nodePools.infra.taints[0] is not a taint: "dedicated:Sometimes"; the effects are NoSchedule, PreferNoSchedule, NoExecute',
    ],
  ],
  'sizes and durations': [
    [
      { storage: { loki: '512m' } },
      'platform.ts:storage.loki is not the size of a volume: "512m"; "m" stands for a thousandth of a byte; write "512Mi" for mebibytes',
    ],
    [
      { storage: { loki: '1Gb' } },
      'platform.ts:storage.loki is not the size of a volume: "1Gb"; there is no unit "Gb"; write "1Gi"',
    ],
    [
      { storage: { loki: '5gi' } },
      'platform.ts:storage.loki is not the size of a volume: "5gi"; there is no unit "gi"; write "5Gi"',
    ],
    [
      { storage: { loki: '5' } },
      'platform.ts:storage.loki is too small for a volume: "5"; without a unit it counts bytes; write "5Gi"',
    ],
    [{ storage: { loki: '0Gi' } }, 'platform.ts:storage.loki is too small for a volume: "0Gi"; write at least "1Mi"'],
    [
      { storage: { loki: '0.3Gi' } },
      'platform.ts:storage.loki is not a whole number of bytes: "0.3Gi"; write a whole number and a unit, such as "5Gi"',
    ],
    [
      { storage: { loki: 'large' } },
      'platform.ts:storage.loki is not the size of a volume: "large"; write a number and a unit, such as "5Gi"',
    ],
    [
      { storage: { loki: '5Xi' } },
      'platform.ts:storage.loki is not the size of a volume: "5Xi"; there is no unit "Xi"; write one of Mi, Gi, Ti',
    ],
    [
      { storage: { className: 'Fast SSD' } },
      'platform.ts:storage.className is no legal name for an object: "Fast SSD"; write lower-case letters, digits and "-", with a letter or digit at both ends, such as "fast-ssd"',
    ],
    [
      { retention: { metrics: '15' } },
      'platform.ts:retention.metrics is not a duration for Prometheus: "15"; it has no unit; write "15d" for days',
    ],
    [
      { retention: { metrics: '15 days' } },
      'platform.ts:retention.metrics is not a duration for Prometheus: "15 days"; write "15d"',
    ],
    [
      { retention: { metrics: '1h2d' } },
      'platform.ts:retention.metrics is not a duration for Prometheus: "1h2d"; write numbers with y, w, d, h, m or s, the largest unit first, such as "15d"',
    ],
    [
      { retention: { logs: '7d' } },
      'platform.ts:retention.logs is not a duration for Loki: "7d"; write it in hours: "168h"',
    ],
    [
      { retention: { logs: '30h' } },
      'platform.ts:retention.logs does not make whole days: "30h"; Loki deletes a day at a time; write "48h"',
    ],
    [
      { retention: { logs: 'a week' } },
      'platform.ts:retention.logs is not a duration for Loki: "a week"; write a number of hours that makes whole days, such as "168h"',
    ],
  ],
  Vault: [
    [
      { vault: { mount: 'sys', authMount: 'auth/kubernetes' } },
      'platform.ts:vault.authMount begins with "auth/", which Vault adds by itself: "auth/kubernetes"; write "kubernetes"',
      'platform.ts:vault.mount is a mount that Vault keeps for itself: "sys"; write another, such as "secret"',
    ],
    [{ vault: { mount: '/kv/' } }, 'platform.ts:vault.mount has a slash at an end or two in a row: "/kv/"; write "kv"'],
    [
      { vault: { paths: { grafanaAdmin: '/grafana/admin' } } },
      'platform.ts:vault.paths.grafanaAdmin has a slash at an end or two in a row: "/grafana/admin"; write "grafana/admin"',
    ],
    [
      { vault: { paths: { grafanaAdmin: 'data/grafana/admin' } } },
      'platform.ts:vault.paths.grafanaAdmin begins with "data/", which the API of KV v2 adds by itself: "data/grafana/admin"; write "grafana/admin"',
    ],
    [
      { vault: { paths: { grafanaAdmin: 'secret/grafana/admin' } } },
      'platform.ts:vault.paths.grafanaAdmin begins with the mount "secret/", which is added by itself: "secret/grafana/admin"; write "grafana/admin"',
    ],
    [
      { vault: { mount: 'kv', paths: { grafanaAdmin: 'kv/grafana/admin' } } },
      'platform.ts:vault.paths.grafanaAdmin begins with the mount "kv/", which is added by itself: "kv/grafana/admin"; write "grafana/admin"',
    ],
    [
      { vault: { paths: { grafanaAdmin: 'grafana/*' } } },
      'platform.ts:vault.paths.grafanaAdmin is not the path of a secret: "grafana/*"; write letters, digits, "-", "_" and "." with "/" between, such as "grafana/admin"',
    ],
    [
      { vault: { paths: { grafanaAdmin: 'argocd/admin' } } },
      `platform.ts:vault.paths.grafanaAdmin is the path that 'argocdAdmin' has by default: "argocd/admin"; give each secret a path of its own, such as "grafana/admin"`,
    ],
    [
      { vault: { paths: { grafanaAdmin: 'shared', argocdAdmin: 'shared' } } },
      `platform.ts:vault.paths.argocdAdmin is the path that 'grafanaAdmin' has too: "shared"; give each secret a path of its own, such as "argocd/admin"`,
      `platform.ts:vault.paths.grafanaAdmin is the path that 'argocdAdmin' has too: "shared"; give each secret a path of its own, such as "grafana/admin"`,
    ],
    [
      { profile: 'prod' },
      `platform.ts:vault.autoUnseal is missing, and in profile prod no Job keeps unseal keys in the cluster: nothing; say which key service unseals Vault, such as { type: 'awskms', parameters: { region: 'eu-central-1' } }, or take profile "staging"`,
    ],
    [
      {
        profile: 'prod',
        vault: { autoUnseal: { type: 'aws', parameters: { Region: 'eu' }, credentialsSecret: 'Vault Seal' } },
      },
      'platform.ts:vault.autoUnseal.credentialsSecret is no legal name for an object: "Vault Seal"; write lower-case letters, digits and "-", with a letter or digit at both ends, such as "vault-seal"',
      'platform.ts:vault.autoUnseal.parameters.Region is not the name of a parameter: "Region"; write lower-case letters, digits and "_", such as "kms_key_id"',
      'platform.ts:vault.autoUnseal.type is not among the values allowed: "aws"; write "awskms", "gcpckms", "azurekeyvault" or "transit"',
    ],
  ],
  values: [
    [
      { values: { lok: {}, grafana: {}, backstage: {} } },
      `platform.ts:values.backstage is an unknown key: "backstage"; the keys here are ${COMPONENT_IDS}`,
      `platform.ts:values.grafana is no component: "grafana"; the component 'kube-prometheus-stack' installs it; write its values there`,
      `platform.ts:values.lok is an unknown key: "lok"; did you mean 'loki'? the keys here are ${COMPONENT_IDS}`,
    ],
    [
      { values: { loki: 'big' } },
      'platform.ts:values.loki is not an object: "big"; write the values of its Helm chart',
    ],
    [
      {
        values: { loki: { a: () => 1, b: new Date(0), c: Number.NaN, d: [1n, undefined], e: new Map(), f: undefined } },
      },
      'platform.ts:values.loki.a cannot be written as YAML: a function; write a string, a number, true, false, null, a list or an object',
      'platform.ts:values.loki.b cannot be written as YAML: a Date; write a string, a number, true, false, null, a list or an object',
      'platform.ts:values.loki.c cannot be written as YAML: NaN; write a string, a number, true, false, null, a list or an object',
      'platform.ts:values.loki.d[0] cannot be written as YAML: 1n; write a string, a number, true, false, null, a list or an object',
      'platform.ts:values.loki.d[1] cannot be written as YAML: nothing; write a string, a number, true, false, null, a list or an object',
      'platform.ts:values.loki.e cannot be written as YAML: a Map; write a string, a number, true, false, null, a list or an object',
    ],
    [
      { values: { loki: CYCLE } },
      'platform.ts:values.loki.a.b contains itself: an object; write plain data, as in a values.yaml',
    ],
  ],
};

for (const [group, cases] of Object.entries(BROKEN)) {
  describe(group, () => {
    test.each(cases.map(([settings, ...lines]) => ({ settings, lines })))('says: $lines.0', ({ settings, lines }) => {
      expect(linesFor(settings)).toEqual(lines);
    });
  });
}

test('says how many problems there are, one a line', () => {
  expect(messageFor({ tls: 'none', profile: 'prod', values: { loki: { x: Number.NaN } } })).toMatchInlineSnapshot(`
"platform.ts has 3 problems:
  platform.ts:tls is not among the values allowed: "none"; write "annotation" or "certificate"
  platform.ts:values.loki.x cannot be written as YAML: NaN; write a string, a number, true, false, null, a list or an object
  platform.ts:vault.autoUnseal is missing, and in profile prod no Job keeps unseal keys in the cluster: nothing; say which key service unseals Vault, such as { type: 'awskms', parameters: { region: 'eu-central-1' } }, or take profile "staging""
`);
  expect(messageFor({ tls: 'none' })).toMatchInlineSnapshot(`
"platform.ts has 1 problem:
  platform.ts:tls is not among the values allowed: "none"; write "annotation" or "certificate""
`);
});

test('finds the problems of all settings at once, sorted by path', () => {
  const lines = linesFor({
    vault: { paths: { grafanaAdmin: 'argocd/admin', dockerRegistry: '/x' } },
    values: { loki: { password: 'hunter2', x: () => 1 }, nothing: {} },
    storage: { loki: '5gb', 'class-name': 'x' },
    stacks: { observability: false, platform: 'yes' },
    repository: {},
    nodePools: { infra: { labels: { 'a b': 'c', role: 'x y' }, nodes: 0 }, workloads: { labels: {} } },
    labels: { owner: 'a b', 'business-unit': '' },
    dns: { ip: '1.2.3' },
    profile: 'prod',
  });
  expect(lines.map((line) => line.split(' ')[0]?.replace('platform.ts:', ''))).toEqual([
    'dns.ip',
    'labels["business-unit"]',
    'labels.owner',
    'nodePools.infra.labels["a',
    'nodePools.infra.labels.role',
    'nodePools.infra.nodes',
    'nodePools.workloads.labels',
    'repository.url',
    'stacks.platform',
    'stacks.security',
    'storage["class-name"]',
    'storage.loki',
    'values.loki',
    'values.loki.password',
    'values.loki.x',
    'values.nothing',
    'vault.autoUnseal',
    'vault.paths.dockerRegistry',
    'vault.paths.grafanaAdmin',
  ]);
});

test('sorts positions in lists as numbers', () => {
  const taints = Array.from({ length: 11 }, () => 'x');
  expect(linesFor({ nodePools: { infra: { taints } } }).at(-1)).toContain('taints[10]');
});

test('does not blame a section for missing what is broken in it', () => {
  const lines = linesFor({ profile: 'prod', vault: { autoUnseal: 'aws' } });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('vault.autoUnseal is not an object: "aws"');
});

test.each([undefined, null, [], 'platform', 7])('refuses %p in place of settings', (settings) => {
  expect(() => definePlatform(settings as unknown as Settings)).toThrow('platform.ts is not an object: ');
});

test('takes every setting', () => {
  const pool = { nodes: 2, taints: ['dedicated=infra:NoSchedule', 'gpu:NoExecute'] };
  const all: Required<Settings> = {
    clusterName: 'idp-1',
    repository: { url: 'git@github.com:example-org/idp.git', revision: 'release/2025.10' },
    dns: { ip: '192.168.1.10', provider: 'sslip.io' },
    tls: 'certificate',
    labels: { owner: 'Team_A', 'business-unit': 'r.d', environment: 'prod-eu' },
    profile: 'prod',
    stacks: { platform: true, observability: true, cicd: false, security: true },
    nodePools: {
      controlPlane: { ...pool, labels: { 'example.com/pool': 'cp' } },
      infra: { ...pool, labels: { 'topology.kubernetes.io/zone': 'a', 'node.kubernetes.io/pool': 'infra' } },
      workloads: { ...pool, labels: { role: '' } },
    },
    storage: {
      prometheus: '1.5Ti',
      alertmanager: '512Mi',
      grafana: '1G',
      loki: '20Gi',
      vault: '5Gi',
      sonarqube: '5Gi',
      sonarqubeDatabase: '5Gi',
      trivy: '5Gi',
      className: 'fast.ssd',
    },
    retention: { metrics: '1w2d', logs: '744h' },
    vault: {
      mount: 'kv/idp',
      authMount: 'kubernetes-idp',
      paths: {
        argocdAdmin: 'idp/argocd',
        grafanaAdmin: 'idp/grafana',
        sonarqubeAdmin: 'idp/sonarqube',
        sonarqubeMonitoring: 'idp/sonarqube-monitoring',
        sonarqubeDatabase: 'idp/sonarqube-database',
        dockerRegistry: 'idp/registry',
      },
      autoUnseal: { type: 'awskms', parameters: { region: 'eu-central-1' }, credentialsSecret: 'vault-seal' },
    },
    values: { loki: { loki: { limits: null, list: [1, 'two', { three: true }], left: undefined } }, argocd: {} },
  };
  expect(messageFor(all)).toBe('');
});

function messageFor(settings: object): string {
  try {
    definePlatform({ repository: { url: URL }, dns: { ip: '127.0.0.1' }, ...settings });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

function linesFor(settings: object): string[] {
  return messageFor(settings)
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}
