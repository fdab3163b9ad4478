import { load } from 'js-yaml';
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

const pinShape = z
  .strictObject({
    name: z.string(),
    version: z.string(),
    mirror: z.string().optional(),
    url: z.url().endsWith('/'),
    format: z.enum(['crd', 'jsonschema']).default('crd'),
    helmTemplate: z.boolean().default(false),
    classes: z.array(z.string()).default([]),
    files: z.record(z.string(), z.string().regex(SHA256, 'is not a sha256 in hexadecimal')),
  })
  .refine(({ url, version }) => url.includes(version.replace(/^v/, '')), {
    path: ['url'],
    message: 'does not hold the version; pin the files of that version',
  });

const configShape = z.object({ crds: z.array(pinShape).min(1) });

/** The pins in the text of `cdk8s.yaml`, or all that is wrong with them. */
export function parsePins(text: string): readonly Pin[] {
  const parsed = configShape.safeParse(load(text));
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  cdk8s.yaml:${path.join('.')} ${message}`);
    throw new UserError(['the pinned CRDs cannot be read:', ...lines].join('\n'));
  }
  return parsed.data.crds.map(({ files, mirror, ...pin }) => ({
    ...pin,
    mirror: mirror ?? `${pin.name}@${pin.version}`,
    files: Object.entries(files).map(([path, sha256]) => ({ path, sha256 })),
  }));
}

/** A pin as messages and tables name it: `gateway-api v1.3.0`. */
export function pinLabel(pin: Pin): string {
  return `${pin.name} ${pin.version}`;
}
