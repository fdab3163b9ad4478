/** Literals that are secrets whatever they are called: what they are, and how they are told. */
const SHAPES: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/ },
  { what: 'a bcrypt hash', pattern: /\$2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}/ },
  { what: 'an AWS access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: 'a GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/ },
  { what: 'a GitLab token', pattern: /\bgl(?:pat|ptt|rt|dt|cbt)-[\w-]{20}/ },
  { what: 'a Slack token', pattern: /\bxox[abeoprs]-[\w-]{10}/ },
  { what: 'a Slack webhook', pattern: /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/ },
  { what: 'a Google API key', pattern: /\bAIza[\w-]{35}/ },
  { what: 'a SonarQube token', pattern: /\bsq[apu]_[0-9a-f]{40}\b/ },
  { what: 'a Vault token', pattern: /\bhv[sbr]\.[\w-]{24}/ },
  { what: 'a JSON Web Token', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+/ },
  { what: 'a URL with a password in it', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:(?![$<{])[^\s/@]+@/i },
];

/** What kind of secret `text` holds, by its shape alone; `undefined` for anything else. */
export function secretShape(text: string): string | undefined {
  return SHAPES.find(({ pattern }) => pattern.test(text))?.what;
}
