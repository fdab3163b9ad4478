import { createHash } from 'node:crypto';
import type { Schema } from '../model/schema';
import type { Pin } from './pins';

/** The text of a CRD of group `example.com`; JSON is YAML too. */
export function crdText(kind: string, properties: Readonly<Record<string, Schema>>, rest: object = {}): string {
  const plural = `${kind.toLowerCase()}s`;
  return JSON.stringify({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.example.com`, creationTimestamp: null },
    spec: {
      group: 'example.com',
      names: { kind, plural },
      scope: 'Namespaced',
      versions: [version('v1', properties)],
      ...rest,
    },
  });
}

/** A version of a CRD: `v1` is stored. */
export function version(name: string, properties: Readonly<Record<string, Schema>>): object {
  const schema = { openAPIV3Schema: { type: 'object', properties } };
  return { name, served: true, storage: name === 'v1', schema };
}

/** An object with fields. */
export function object(properties: Readonly<Record<string, Schema>>, rest: Schema = {}): Schema {
  return { type: 'object', properties, ...rest };
}

/** A pin of the given files, path → text. */
export function pin(files: Readonly<Record<string, string>>, rest: Partial<Pin> = {}): Pin {
  return {
    name: 'example',
    version: 'v1.0.0',
    mirror: 'example@v1.0.0',
    url: 'https://example.com/v1.0.0/',
    format: 'crd',
    helmTemplate: false,
    classes: [],
    files: Object.entries(files).map(([path, text]) => ({ path, sha256: sha256(text) })),
    ...rest,
  };
}

/** Hexadecimal, of the text in UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
