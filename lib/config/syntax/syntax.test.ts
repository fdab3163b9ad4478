import fc from 'fast-check';
import type { Syntax } from '../scalars';
import { domain } from './domain';
import { gitRevision } from './git-revision';
import { gitUrl } from './git-url';
import { ipv4 } from './ipv4';
import { labelKey, labelValue, nodeLabelKey } from './label';
import { clusterName, objectName } from './names';
import { logsRetention, metricsRetention } from './retention';
import { storageSize } from './storage-size';
import { parseTaint, taint } from './taint';
import { vaultPath } from './vault-path';

const LEGAL: readonly (readonly [Syntax, readonly string[]])[] = [
  [ipv4, ['127.0.0.1', '10.0.0.0', '192.168.255.255', '223.1.2.3']],
  [domain, ['idp.example.com', 'a.b', 'my-nip.io', 'xn--bcher-kva.example', `${'a'.repeat(63)}.example.com`]],
  [
    gitUrl,
    [
      'https://github.com/example-org/idp-synth.git',
      'https://git.example.com:8443/scm/~me/idp',
      'https://dev.azure.com/org/my%20project/_git/idp',
      'ssh://git@git.example.com:2222/team/idp.git',
      'git@github.com:example-org/idp.git',
      'https://git.local/trees/commits',
    ],
  ],
  [gitRevision, ['main', 'HEAD', 'release/2025.10', 'v1.2.3', 'feature/a@b', '0a1b2c3d', 'refs/heads/main']],
  [labelValue, ['', 'a', 'A_b.c-9', 'x'.repeat(63)]],
  [labelKey, ['a', 'node-role', 'example.com/a.b_c-d', 'x'.repeat(63), `${'a'.repeat(63)}.io/x`]],
  [
    nodeLabelKey,
    ['node-role', 'node.kubernetes.io/pool', 'kubernetes.io/arch', 'example.com/kubernetes.io', 'mykubernetes.io/a'],
  ],
  [clusterName, ['idp-demo', '1', 'x'.repeat(32)]],
  [objectName, ['vault-seal', 'a.b-c.d']],
  [storageSize, ['1Mi', '5Gi', '1.5Gi', '0.5Ti', '1G', '1048576', '2000000k']],
  [metricsRetention, ['15d', '1y', '2w3d12h', '90m', '1d0h']],
  [logsRetention, ['24h', '168h', '8760h']],
  [taint, ['a:NoSchedule', 'a=b:NoExecute', 'a=:PreferNoSchedule', 'example.com/a=b:NoSchedule']],
  [vaultPath, ['grafana/admin', 'database', 'metadata-store/x', 'a_b/c.d/e-f']],
];

test.each(LEGAL)('finds no fault with $takes', (syntax, texts) => {
  for (const text of texts) expect([text, syntax.fault(text)]).toEqual([text, undefined]);
});

const FAULTY: readonly (readonly [Syntax, readonly string[]])[] = [
  [
    ipv4,
    ['', '1.2.3', '1.2.3.4.5', '1.2.3.4 ', '1.2.3.-4', '1.2.3.0x4', '１.2.3.4', '224.0.0.1', '0.1.2.3', '1.2.3.256'],
  ],
  [domain, ['', '.', 'a..b', '-a.b', 'a-.b', 'nip.io', 'x.sslip.io', '1.2', 'a b.c', 'bücher.example', 'a.b:443']],
  [
    gitUrl,
    [
      'git@host:22/a/b',
      'ssh://git:pw@host/a',
      'https://',
      'ftp://host/a',
      'file:///srv/idp',
      'https://host/a b',
      'https://host//a',
      'a\nb',
      'https://host/a#b',
    ],
  ],
  [
    gitRevision,
    [
      '-f',
      'a b',
      'a\tb',
      'a~1',
      'a^',
      'a:b',
      'a?',
      'a*',
      'a[',
      'a\\b',
      'a..b',
      'a@{1}',
      '/a',
      'a/',
      'a//b',
      '.a',
      'a/.b',
      'a.lock/b',
      'a.',
      '@',
    ],
  ],
  [labelValue, ['-a', 'a-', 'a b', 'a/b', 'ä', 'x'.repeat(64)]],
  [labelKey, ['', '/', '/a', 'a/', 'a/b/c', 'A.io/x', 'x'.repeat(64), `${'a.'.repeat(127)}a/x`]],
  [
    nodeLabelKey,
    [
      'node-role.kubernetes.io/infra',
      'kubernetes.io/role',
      'k8s.io/x',
      'node-restriction.kubernetes.io/x',
      'x.k8s.io/y',
    ],
  ],
  [clusterName, ['', '-a', 'a-', 'A', 'a.b', 'a_b', 'x'.repeat(33)]],
  [objectName, ['', 'A', 'a..b', 'a_b', 'x'.repeat(254)]],
  [
    storageSize,
    ['', '5gi', '5 Gi', '5GB', '5KB', '1e3', '-5Gi', '+5Gi', '.5Gi', '5.Gi', '1023Ki', '0.1Gi', '512m', '5constructor'],
  ],
  [metricsRetention, ['', '0', '0d', '15', 'd', '1d2w', '1.5d', '-1d', '15D', '1 d']],
  [logsRetention, ['', '0h', '23h', '7d', '24', '24H', '-24h', '24h0m', '1.5h']],
  [
    taint,
    [
      '',
      ':',
      'a',
      'a:',
      'a:noschedule',
      ':NoSchedule',
      '=b:NoSchedule',
      'a=b=c:NoSchedule',
      'a:NoSchedule:NoExecute',
      'a:NoSchedule-',
    ],
  ],
  [vaultPath, ['', '/', '/a', 'a/', 'a//b', 'data/a', 'metadata/a', 'a/../b', '.', 'a/*', 'a/+/b', 'a b']],
];

test.each(FAULTY)('finds fault with what is not $takes', (syntax, texts) => {
  for (const text of texts)
    expect([text, syntax.fault(text)]).toEqual([text, expect.objectContaining({ what: expect.any(String) })]);
});

test('no message speaks of something invalid, begins with a capital or ends with a period', () => {
  for (const [syntax, texts] of FAULTY) {
    for (const text of texts) {
      const { what = '', fix = '' } = syntax.fault(text) ?? {};
      expect(`${what}; ${fix}`).not.toMatch(/invalid|must|should|^[A-Z]|\.$/);
    }
  }
});

const ENDS = [...'abzABZ059'];
const word = fc
  .tuple(
    fc.constantFrom(...ENDS),
    fc.array(fc.constantFrom(...ENDS, ...'-_.'), { maxLength: 61 }),
    fc.constantFrom(...ENDS),
  )
  .map(([first, middle, last]) => first + middle.join('') + last);

test('any legal label is taken, as value, as key, and as key and value of a taint', () => {
  fc.assert(
    fc.property(word, word, (key, value) => {
      expect(labelValue.fault(value)).toBeUndefined();
      expect(labelKey.fault(key)).toBeUndefined();
      expect(taint.fault(`${key}=${value}:NoSchedule`)).toBeUndefined();
      expect(parseTaint(`${key}=${value}:NoSchedule`)).toEqual({ key, value, effect: 'NoSchedule' });
    }),
  );
});

test('one illegal character anywhere makes a label illegal, and what is proposed instead is legal', () => {
  const illegal = fc.constantFrom(...' @:,=+!*"\'äß\n\t');
  fc.assert(
    fc.property(word, fc.nat(), illegal, (text, at, letter) => {
      const cut = at % (text.length + 1);
      const broken = (text.slice(0, cut) + letter + text.slice(cut)).slice(0, 63);
      fc.pre(broken.includes(letter));
      const fault = labelValue.fault(broken);
      expect(fault).toBeDefined();
      const proposed = /such as "(.*)"$/.exec(fault?.fix ?? '')?.[1];
      expect(proposed).toBeDefined();
      expect(labelValue.fault(proposed ?? ' ')).toBeUndefined();
    }),
  );
});

test('what is proposed instead of a size, a duration or a path is taken', () => {
  const fixes = [
    ...['512m', '1Gb', '5gi', '5', '10MB'].map((text) => [storageSize, text] as const),
    ...['15', '15 days', '3D'].map((text) => [metricsRetention, text] as const),
    ...['7d', '2w', '30h', '0h', '1y'].map((text) => [logsRetention, text] as const),
    ...['/a/', 'a//b', 'data/a'].map((text) => [vaultPath, text] as const),
    ...['HTTPS://Idp.Example.com/x', '*.a.b', 'a.b.'].map((text) => [domain, text] as const),
    ...['IDP Demo', 'my_cluster'].map((text) => [clusterName, text] as const),
    ...['a', 'a=b', 'a=b:NoExecut'].map((text) => [taint, text] as const),
  ];
  for (const [syntax, text] of fixes) {
    const proposed = /"([^"]+)"(?! stands)(?:[^"]*(?:for|or|the effects)[^"]*)?$/.exec(
      syntax.fault(text)?.fix ?? '',
    )?.[1];
    expect([text, proposed, syntax.fault(proposed ?? '')]).toEqual([text, expect.any(String), undefined]);
  }
});

test('a size is whole bytes exactly when its bytes are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4096 }), fc.integer({ min: 0, max: 8 }), (sixteenths, decimals) => {
      const text = (sixteenths / 16).toFixed(decimals);
      fc.pre(Number(text) > 0);
      const isWhole = Number.isInteger(Number(text) * 2 ** 30);
      expect(storageSize.fault(`${text}Gi`) === undefined).toBe(isWhole);
    }),
  );
});
