import { isPlain, type Path, type Problem, show } from './problem';
import { secretShape } from './secret-shapes';

/** Endings of keys that hold a secret, compared in lower case without punctuation: `adminPassword`, `SLACK_TOKEN`. */
const SECRET_KEY =
  /(password|passwd|passphrase|passcode|token|apikey|accesskey|privatekey|credentials?|(client|webhook|github|gitlab|gogs|bitbucket|bitbucketserver|azuredevops)secret)$/;
/** Names of Secrets, which some charts ask for under the bare key `secret`. */
const OBJECT_NAME = /^[a-z]+(-[a-z0-9]+)+$/;
/** What stands for a value that comes from elsewhere: `$(VAR)`, `${VAR}`, `$name:key`, `{{ .Values.x }}`. */
const REFERENCE = /^\$[\w.:({-]+|\{\{/;

/** Literals that look like secrets, wherever they stand. Neither `found` nor anything else repeats them. */
export function findSecrets(settings: unknown): Problem[] {
  return [...walk(settings, [], [])];
}

function* walk(value: unknown, path: Path, above: readonly unknown[]): Iterable<Problem> {
  if (typeof value === 'string') {
    const problem = looksSecret(value, path);
    if (problem) yield problem;
  }
  if (above.includes(value)) return;
  if (Array.isArray(value)) {
    for (const [i, entry] of value.entries()) yield* walk(entry, [...path, i], [...above, value]);
  }
  if (!isPlain(value)) return;
  const named = typeof value.name === 'string' && isSecretKey(value.name, value.value) ? value.name : undefined;
  for (const [key, entry] of Object.entries(value)) {
    // An entry of a list of environment variables: { name: 'DB_PASSWORD', value: '…' }.
    if (key === 'value' && named !== undefined && path[0] === 'values') {
      yield problemAt([...path, key], `is a literal for ${show(named)}`);
    } else {
      yield* walk(entry, [...path, key], [...above, value]);
    }
  }
}

function looksSecret(value: string, path: Path): Problem | undefined {
  const shape = secretShape(value);
  if (shape) return problemAt(path, `looks like ${shape}`);
  const key = String(path.at(-1));
  if (path[0] === 'values' && isSecretKey(key, value)) return problemAt(path, 'is a literal where a secret belongs');
  if (path[0] === 'vault' && path[2] === 'parameters' && (isSecretKey(key, value) || key === 'secret_key')) {
    return problemAt(path, 'is a literal where a secret belongs');
  }
  return undefined;
}

function isSecretKey(key: string, value: unknown): boolean {
  if (typeof value !== 'string' || value === '' || REFERENCE.test(value)) return false;
  const letters = key.toLowerCase().replace(/[^a-z0-9]/g, '');
  return letters === 'secret' ? !OBJECT_NAME.test(value) : SECRET_KEY.test(letters);
}

function problemAt(path: Path, what: string): Problem {
  return { path, what, found: '(not shown)', fix: fixAt(path) };
}

function fixAt([section]: Path): string {
  switch (section) {
    case 'values':
      return 'settings are committed; keep it in Vault, and name the Secret that carries it where the chart takes one';
    case 'vault':
      return "settings are committed; put it into a Secret and name that in 'vault.autoUnseal.credentialsSecret'";
    case 'repository':
      return 'settings are committed; write the URL alone, and give Argo CD the credentials in a repository Secret';
    default:
      return 'settings are committed; take it out';
  }
}
