import { loadAll, YAMLException } from 'js-yaml';
import { z } from 'zod';
import { UserError } from '../model/user-error';

/** The files of one upstream project at one version that `imports/` is made from. */
export interface Pin {
  readonly name: string;
  /** As upstream tags it. */
  readonly version: string;
  /** Folder in a mirror. */
  readonly mirror: string;
  /** What the names of the files are appended to. */
  readonly url: string;
  /** What the files hold: CustomResourceDefinitions, or one JSON schema with a definition for each kind. */
  readonly format: 'crd' | 'jsonschema';
  /** Whether the files are templates of a Helm chart: lines that are nothing but an action are left out. */
  readonly helmTemplate: boolean;
  /** Kinds that get a class. */
  readonly classes: readonly string[];
  readonly files: readonly PinnedFile[];
}

export interface PinnedFile {
  /** Relative to the pin's URL; a mirror has it under its last part. */
  readonly path: string;
  /** Of its content, in hexadecimal. */
  readonly sha256: string;
}

const SHA256 = /^[0-9a-f]{64}$/;

const PIN_KEYS = 'name, version, mirror, url, format, helmTemplate, classes and files';

const pinShape = z
  .strictObject({
    name: z.string(),
    version: z.string(),
    mirror: z.string().optional(),
    url: z.string().regex(/^https?:\/\/.+\/$/, 'is not a URL that ends with a slash; give the directory of the files'),
    format: z.enum(['crd', 'jsonschema']).default('crd'),
    helmTemplate: z.boolean().default(false),
    classes: z.array(z.string()).default([]),
    files: z.record(z.string(), z.string().regex(SHA256, 'is not a sha256 in hexadecimal; give 64 digits')),
  })
  .refine(({ url, version }) => url.includes(version.replace(/^v/, '')), {
    path: ['url'],
    message: 'does not name the version; give the URL of that version',
  });

const configShape = z.object({ crds: z.array(pinShape).min(1, 'is empty; pin the CRDs that imports/ is made from') });

/** The pins in the text of `cdk8s.yaml`, or all that is wrong with them. */
export function parsePins(text: string): readonly Pin[] {
  const parsed = configShape.safeParse(parseConfig(text), { reportInput: true });
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  cdk8s.yaml:${pathText(issue.path)} ${problemText(issue)}`);
    throw new UserError(['the pinned CRDs cannot be read:', ...lines.sort()].join('\n'));
  }
  return parsed.data.crds.map(({ files, mirror, ...pin }) => ({
    ...pin,
    mirror: mirror ?? `${pin.name}@${pin.version}`,
    files: Object.entries(files).map(([path, sha256]) => ({ path, sha256 })),
  }));
}

function parseConfig(text: string): unknown {
  try {
    return loadAll(text)[0] ?? {};
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new UserError(`cdk8s.yaml cannot be parsed: ${error.message}`);
  }
}

/** A key as one would write it in code: `crds[0].files["a.yaml"]`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    if (!/^\w+$/.test(String(step))) return `${text}[${JSON.stringify(step)}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

function problemText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has the unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}; a pin has ${PIN_KEYS}`;
    case 'invalid_type':
      return issue.input === undefined ? `is missing; give a ${issue.expected}` : `is not a ${issue.expected}`;
    case 'invalid_value':
      return `is none of ${issue.values.join(', ')}`;
    default:
      return issue.message;
  }
}

/** A pin as messages and tables name it: `gateway-api v1.3.0`. */
export function pinLabel(pin: Pin): string {
  return `${pin.name} ${pin.version}`;
}
