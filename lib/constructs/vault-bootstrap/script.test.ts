import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPlatform, prodSettings } from '../../testing';
import { bootstrapFiles } from './files';
import { BOOTSTRAP_SCRIPT } from './script';

jest.setTimeout(60_000);

const TOOLS = ['bash', 'curl', 'jq'];
const missing = TOOLS.filter((tool) => spawnSync(tool, ['--version']).status !== 0);
const run = missing.length === 0 ? describe : describe.skip;

const SELF = {
  namespace: 'vault-system',
  serviceAccountName: 'vault-bootstrap',
  audience: 'vault',
  role: 'vault-bootstrap',
  policy: 'vault-bootstrap',
  keysSecret: 'vault-unseal',
};
const READER = { ...SELF, namespace: 'argocd', role: 'eso-argocd', policy: 'eso-argocd' };
const PATHS = [
  {
    namespace: 'argocd',
    path: 'argocd/admin',
    properties: [
      { property: 'admin.password', seed: { kind: 'bcrypt', of: 'password' } },
      { property: 'password', seed: { kind: 'random', length: 24 } },
    ],
  },
  {
    namespace: 'argocd',
    path: 'docker/registry',
    properties: [
      { property: 'password', seed: { kind: 'none' } },
      { property: 'registry', seed: { kind: 'literal-config', value: 'registry.example.com' } },
    ],
  },
] as const;

/** Keeps one Secret in a file, and writes down what it was called with. */
const KUBECTL = `#!/usr/bin/env bash
set -euo pipefail
printf '%s\\n' "$*" >>"$ARGV_FILE"
case "$1 $*" in
  get*' json') if [[ -e $SECRET_FILE ]]; then cat "$SECRET_FILE"; fi ;;
  get*) if [[ -e $SECRET_FILE ]]; then echo secret/vault-unseal; fi ;;
  create*) cp "$5" "$SECRET_FILE" ;;
  patch*)
    jq --slurpfile patch /dev/stdin '.data += ($patch[0].stringData // {} | map_values(@base64))
      | reduce ($patch[0].data // {} | to_entries[] | select(.value == null)) as $gone (.; del(.data[$gone.key]))' \\
      "$SECRET_FILE" >"$SECRET_FILE.new"
    mv "$SECRET_FILE.new" "$SECRET_FILE"
    ;;
esac
`;

/** Hashes so that a test can tell of what. */
const HELM = `#!/usr/bin/env bash
set -euo pipefail
printf '%s\\n' "$*" >>"$ARGV_FILE"
grep -q 'bcrypt .Values.plain | quote' "$3/templates/hash.yaml"
printf -- '---\\n# Source: hash/templates/hash.yaml\\nhash: "$2a$10$hash-of-%s"\\n' "$(jq --raw-output .plain)"
`;

/** Passes on to the real program, and writes down what it was called with. */
function recording(tool: string): string {
  const real = spawnSync('bash', ['-c', `command -v ${tool}`])
    .stdout.toString()
    .trim();
  return `#!/usr/bin/env bash\nprintf '%s\\n' "$0 $*" >>"$ARGV_FILE"\nexec ${real} "$@"\n`;
}

interface Version {
  readonly version: number;
  readonly data: Record<string, string>;
}

/** As much of Vault's HTTP API as the script uses. */
class FakeVault {
  initialized = false;
  sealed = true;
  autoUnseal = false;
  onRequest: (request: string) => void = () => {};
  readonly requests: string[] = [];
  readonly tokens = new Set<string>();
  readonly mounts: Record<string, object> = {};
  readonly auths: Record<string, object> = {};
  readonly policies: Record<string, string> = {};
  readonly roles: Record<string, object> = {};
  readonly secrets: Record<string, Version> = {};

  answer(method: string, path: string, token: string, body: object): [number, object] {
    this.requests.push(`${method} ${path}`);
    this.onRequest(`${method} ${path}`);
    const open = this.unauthenticated(method, path, body);
    if (open !== undefined) return open;
    if (!this.tokens.has(token)) return [403, { errors: ['permission denied'] }];
    const [area = '', ...rest] = path.split('/');
    const name = rest.at(-1) ?? '';
    if (path === 'auth/token/lookup-self') return [200, {}];
    if (path === 'auth/token/revoke-self') return [this.tokens.delete(token) ? 204 : 403, {}];
    if (path === 'sys/mounts' || path === 'sys/auth') {
      return [200, { data: path === 'sys/auth' ? this.auths : this.mounts }];
    }
    if (area === 'secret') return this.kv(method, rest.slice(1).join('/'), body);
    if (path.startsWith('sys/mounts/')) this.mounts[`${name}/`] = body;
    else if (path.startsWith('sys/auth/')) this.auths[`${name}/`] = body;
    else if (path.startsWith('sys/policies/acl/')) this.policies[name] = (body as { policy: string }).policy;
    else if (path.startsWith('auth/kubernetes/role/')) this.roles[name] = body;
    else if (path !== 'auth/kubernetes/config') return [404, {}];
    return [204, {}];
  }

  private unauthenticated(method: string, path: string, body: object): [number, object] | undefined {
    const { initialized } = this;
    if (path === 'sys/seal-status') return [200, { initialized, sealed: this.sealed }];
    if (path === 'sys/health') return [this.sealed ? 503 : 200, {}];
    if (path === 'sys/init' && method === 'GET') return [200, { initialized }];
    if (path === 'sys/init') return initialized ? [400, { errors: ['already initialized'] }] : this.init(body);
    if (path === 'sys/unseal') {
      this.sealed = (body as { key: string }).key !== 'SHARE-0';
      return [this.sealed ? 400 : 200, {}];
    }
    if (path !== 'auth/kubernetes/login') return undefined;
    const { role, jwt } = body as { role: string; jwt: string };
    if (jwt !== 'JWT-OF-THE-POD' || this.roles[role] === undefined) return [403, { errors: ['permission denied'] }];
    this.tokens.add('ROLE-TOKEN');
    return [200, { auth: { client_token: 'ROLE-TOKEN' } }];
  }

  private init(body: object): [number, object] {
    const { recovery_shares = 0, secret_shares = 0 } = body as { recovery_shares?: number; secret_shares?: number };
    this.initialized = true;
    this.sealed = !this.autoUnseal;
    this.tokens.add('ROOT-TOKEN');
    const shares = (count: number) => Array.from({ length: count }, (_, index) => `SHARE-${index}`);
    const keys = { keys_base64: shares(secret_shares), recovery_keys_base64: shares(recovery_shares) };
    return [200, { ...keys, root_token: 'ROOT-TOKEN' }];
  }

  private kv(method: string, path: string, body: object): [number, object] {
    const found = this.secrets[path];
    if (method === 'GET') {
      if (found === undefined) return [404, { errors: [] }];
      return [200, { data: { data: found.data, metadata: { version: found.version } } }];
    }
    const { data, options } = body as { data: Record<string, string>; options: { cas: number } };
    if (options.cas !== (found?.version ?? 0)) return [400, { errors: ['check-and-set parameter did not match'] }];
    this.secrets[path] = { version: options.cas + 1, data };
    return [200, {}];
  }
}

run(`the bootstrap script${missing.length > 0 ? ` (needs ${missing.join(', ')})` : ''}`, () => {
  const dir = mkdtempSync(join(tmpdir(), 'vault-bootstrap-'));
  let vault: FakeVault;
  let server: Server;
  let secretFile: string;

  beforeEach(async () => {
    vault = new FakeVault();
    server = createServer((request, response) => {
      readBody(request).then((text) => {
        const path = (request.url ?? '').replace('/v1/', '');
        const token = String(request.headers['x-vault-token'] ?? '');
        const [status, body] = vault.answer(request.method ?? '', path, token, JSON.parse(text || '{}'));
        response.writeHead(status).end(status === 204 ? undefined : JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    rmSync(dir, { recursive: true, force: true });
    for (const each of ['bin', 'scripts', 'work']) mkdirSync(join(dir, each), { recursive: true });
    const programs = {
      kubectl: KUBECTL,
      helm: HELM,
      curl: recording('curl'),
      jq: recording('jq'),
      sleep: '#!/bin/sh\n',
    };
    for (const [name, text] of Object.entries(programs)) {
      writeFileSync(join(dir, 'bin', name), text);
      chmodSync(join(dir, 'bin', name), 0o755);
    }
    writeFileSync(join(dir, 'token'), 'JWT-OF-THE-POD');
    secretFile = join(dir, 'secret.json');
    writeFiles();
  });
  afterEach(() => server.close());
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  function program(name: string, text: string): void {
    writeFileSync(join(dir, 'bin', name), text);
    chmodSync(join(dir, 'bin', name), 0o755);
  }

  function writeFiles(platform = demoPlatform()): void {
    const files = bootstrapFiles(platform, SELF, [READER], PATHS);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, 'scripts', name), text);
  }

  function start(autoUnseal: boolean): ChildProcess {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const env = {
      PATH: `${join(dir, 'bin')}:${process.env.PATH}`,
      ARGV_FILE: join(dir, 'argv'),
      SECRET_FILE: secretFile,
      VAULT_ADDR: address,
      VAULT_NODES: address,
      AUTO_UNSEAL: String(autoUnseal),
      KEYS_SECRET: 'vault-unseal',
      KEY: autoUnseal ? 'recovery-keys' : 'unseal-key',
      NAMESPACE: 'vault-system',
      MOUNT: 'secret',
      AUTH_MOUNT: 'kubernetes',
      ROLE: 'vault-bootstrap',
      KUBERNETES_HOST: 'https://kubernetes.default.svc',
      TOKEN_FILE: join(dir, 'token'),
      SCRIPTS: join(dir, 'scripts'),
      WORK: join(dir, 'work'),
      ATTEMPTS: '3',
    };
    return spawn('bash', [join(dir, 'scripts', 'bootstrap.sh')], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  }

  async function bootstrap(autoUnseal = false): Promise<{ code: number | null; log: string[] }> {
    const child = start(autoUnseal);
    const log = child.stderr ? readBody(child.stderr) : Promise.resolve('');
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, log: (await log).trim().split('\n') };
  }

  function keptKeys(): Record<string, string> {
    const { data } = JSON.parse(readFileSync(secretFile, 'utf8'));
    return Object.fromEntries(
      Object.entries(data).map(([key, text]) => [key, Buffer.from(String(text), 'base64').toString()]),
    );
  }

  /** As a first run leaves it, but for the secrets. */
  function configured(): void {
    Object.assign(vault, { initialized: true, sealed: false });
    vault.mounts['secret/'] = { type: 'kv', options: { version: '2' } };
    vault.auths['kubernetes/'] = { type: 'kubernetes' };
    vault.roles['vault-bootstrap'] = {};
    keep({ 'unseal-key': 'SHARE-0' });
  }

  function keep(keys: Record<string, string>): void {
    const data = Object.entries(keys).map(([key, text]) => [key, Buffer.from(text).toString('base64')]);
    writeFileSync(secretFile, JSON.stringify({ data: Object.fromEntries(data) }));
  }

  test('initialises, unseals, configures and seeds, and keeps no root token', async () => {
    const { code, log } = await bootstrap();
    expect(log.map((line) => line.replace(/127.*/, 'VAULT'))).toEqual([
      'initialising',
      'the keys are in Secret vault-unseal',
      'unsealing http://VAULT',
      'the root token is revoked',
      'seeded argocd/admin',
      'docker/registry: property password is missing, and only you can know it',
      'seeded docker/registry',
      'nothing left to do',
    ]);
    expect(code).toBe(0);
    expect(keptKeys()).toEqual({ 'unseal-key': 'SHARE-0' });
    expect(vault.tokens.has('ROOT-TOKEN')).toBe(false);
    expect(Object.keys(vault.policies).sort()).toEqual(['eso-argocd', 'vault-bootstrap']);
    expect(vault.roles['eso-argocd']).toMatchObject({ bound_service_account_namespaces: ['argocd'] });
    const { password = '', ...hash } = vault.secrets['argocd/admin']?.data ?? {};
    expect(password).toMatch(/^[A-Za-z0-9][\w-]{23}$/);
    for (const some of [/[a-z]/, /[A-Z]/, /[0-9]/, /[-_]/]) expect(password).toMatch(some);
    expect(hash).toEqual({ 'admin.password': `$2a$10$hash-of-${password}` });
    expect(vault.secrets['docker/registry']?.data).toEqual({ registry: 'registry.example.com' });
  });

  test('shows no secret in the arguments of a program, and leaves none behind', async () => {
    for (const tool of ['curl', 'jq']) program(tool, recording(tool));
    await bootstrap();
    const argv = readFileSync(join(dir, 'argv'), 'utf8');
    expect(argv).toContain('sys/init');
    const { password } = vault.secrets['argocd/admin']?.data ?? {};
    for (const secret of ['ROOT-TOKEN', 'ROLE-TOKEN', 'SHARE-0', 'JWT-OF-THE-POD', String(password)]) {
      expect(argv).not.toContain(secret);
    }
    expect(
      readdirSync(join(dir, 'work'), { recursive: true, withFileTypes: true }).filter((at) => at.isFile()),
    ).toEqual([]);
  });

  test('leaves what an operator wrote, fills in what is missing, and invents no password for a hash', async () => {
    configured();
    vault.secrets['docker/registry'] = { version: 7, data: { registry: 'mine.example.com', more: 'kept' } };
    vault.secrets['argocd/admin'] = { version: 2, data: { 'admin.password': '$2a$10$theirs' } };
    const before = JSON.stringify(vault.secrets);
    expect((await bootstrap()).code).toBe(0);
    expect(JSON.stringify(vault.secrets)).toBe(before);

    vault.secrets['argocd/admin'] = { version: 3, data: { password: 'chosen' } };
    await bootstrap();
    expect(vault.secrets['argocd/admin']).toEqual({
      version: 4,
      data: { password: 'chosen', 'admin.password': '$2a$10$hash-of-chosen' },
    });
  });

  test('unseals a Vault that was restarted', async () => {
    configured();
    vault.sealed = true;
    expect((await bootstrap()).code).toBe(0);
    expect(vault.sealed).toBe(false);
  });

  test('keeps the keys that the container did not get to keep before it was killed', async () => {
    const [, init] = vault.answer('POST', 'sys/init', '', { secret_shares: 1 });
    writeFileSync(join(dir, 'work', 'init.json'), JSON.stringify(init));
    keep({});
    expect((await bootstrap()).code).toBe(0);
    expect(keptKeys()).toEqual({ 'unseal-key': 'SHARE-0' });
  });

  test.each([
    'PUT sys/unseal',
    'POST sys/auth/kubernetes',
    'POST auth/token/revoke-self',
    'POST secret/data/argocd/admin',
  ])('finishes after it was killed at %s', async (moment) => {
    const child = start(false);
    const closed = new Promise((resolve) => child.on('close', resolve));
    vault.onRequest = (request) => {
      if (request === moment) child.kill('SIGKILL');
    };
    await closed;
    expect(vault.requests.at(-1)).toBe(moment);
    const seeded = { ...vault.secrets };
    expect((await bootstrap()).code).toBe(0);
    expect(vault.secrets).toMatchObject(seeded);
    expect(keptKeys()).toEqual({ 'unseal-key': 'SHARE-0' });
  });

  test('asks for recovery keys and unseals nothing where Vault does so itself', async () => {
    vault.autoUnseal = true;
    writeFiles(demoPlatform(prodSettings()));
    expect((await bootstrap(true)).code).toBe(0);
    expect(vault.requests).not.toContain('PUT sys/unseal');
    expect(keptKeys()).toEqual({ 'recovery-keys': 'SHARE-0 SHARE-1 SHARE-2 SHARE-3 SHARE-4' });
  });

  test('says what to do when the keys are lost', async () => {
    Object.assign(vault, { initialized: true });
    // Killed after it had asked for the keys and before it had the answer: the one moment that nothing can mend.
    writeFileSync(join(dir, 'work', 'init.json'), '');
    keep({});
    const { code, log } = await bootstrap();
    expect(code).toBe(1);
    expect(log.at(-1)).toBe(
      "failed: still waiting for the key of Vault in Secret vault-unseal; if it is lost, delete Vault's volume and begin anew",
    );
  });

  test('says what to do when its role is gone, and goes by a root token then', async () => {
    configured();
    delete vault.roles['vault-bootstrap'];
    expect((await bootstrap()).log.at(-1)).toBe(
      'failed: still waiting for a login as role vault-bootstrap; else put a root token into Secret vault-unseal, key root-token',
    );
    vault.tokens.add('NEW-ROOT');
    keep({ 'unseal-key': 'SHARE-0', 'root-token': 'NEW-ROOT' });
    expect((await bootstrap()).code).toBe(0);
    expect(vault.tokens.has('NEW-ROOT')).toBe(false);
    expect(keptKeys()).toEqual({ 'unseal-key': 'SHARE-0' });
  });
});

test('the script has nothing in it that looks like a placeholder or a template', () => {
  expect(BOOTSTRAP_SCRIPT).not.toMatch(/\$\{|\{\{|\}\}/);
});

async function readBody(stream: IncomingMessage | NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}
