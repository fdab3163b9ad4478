import { YAMLException } from 'js-yaml';
import type { CrdEntry } from '../model/schema-table';
import { UserError } from '../model/user-error';
import { classText } from './class-text';
import { indexText } from './index-text';
import { type Pin, pinLabel } from './pins';
import { readCrds } from './read-crds';
import { type KindSchemas, readKindSchemas } from './read-json-schema';
import { schemaTable } from './schema-table';
import { tableText } from './table-text';

/** The content of a pinned file. */
export interface Source {
  readonly pin: Pin;
  /** As the pin names it. */
  readonly path: string;
  readonly text: string;
}

/**
 * All files of `imports/`, name → text: the classes and the schema table of each API group, and an index of the tables.
 * Throws one error with everything that is wrong with the sources.
 */
export function generateImports(sources: readonly Source[]): ReadonlyMap<string, string> {
  const read = readSources(sources);
  const pins = [...new Set(sources.map(({ pin }) => pin))];
  const problems = [
    ...read.problems,
    ...pins.flatMap((pin) => unknownClasses(pin, read.crds)),
    ...definedTwice(read.crds),
    ...withoutCrd(read),
  ];
  if (problems.length > 0) throw new UserError(['imports/ cannot be made:', ...problems.sort()].join('\n'));

  const groups = [...new Set(read.crds.map(({ spec }) => spec.group))].sort();
  return new Map([
    ...groups.flatMap((group) => groupFiles(group, read, pins)),
    ['schema-tables.ts', indexText(groups)] as const,
  ]);
}

interface Read {
  readonly crds: readonly CrdEntry[];
  readonly controllers: readonly KindSchemas[];
  readonly problems: readonly string[];
}

function readSources(sources: readonly Source[]): Read {
  const crds: CrdEntry[] = [];
  const controllers: KindSchemas[] = [];
  const problems: string[] = [];
  for (const { pin, path, text } of sources) {
    try {
      if (pin.format === 'crd') crds.push(...readCrds(text, pinLabel(pin)));
      else controllers.push(readKindSchemas(text));
    } catch (error) {
      problems.push(`  [${pinLabel(pin)}] ${path} ${readingProblem(error)}`);
    }
  }
  return { crds, controllers, problems };
}

function readingProblem(error: unknown): string {
  if (error instanceof UserError) return error.message;
  if (!(error instanceof YAMLException || error instanceof SyntaxError)) throw error;
  return `cannot be parsed: ${error.message.split('\n')[0]}; pin a file of YAML, or of JSON where format is jsonschema`;
}

function unknownClasses(pin: Pin, crds: readonly CrdEntry[]): string[] {
  const own = crds.filter(({ source }) => source === pinLabel(pin));
  const kinds = [...new Set(own.map(({ spec }) => spec.names.kind))].sort();
  return pin.classes
    .filter((kind) => !kinds.includes(kind))
    .map((kind) => `  [${pinLabel(pin)}] classes: no CRD of kind "${kind}"; its files define ${kinds.join(', ')}`);
}

function definedTwice(crds: readonly CrdEntry[]): string[] {
  const sources = new Map<string, string>();
  return crds.flatMap(({ metadata: { name }, source }) => {
    const first = sources.get(name);
    sources.set(name, source);
    return first === undefined ? [] : [`  [${source}] defines ${name} again, after ${first}; pin it once`];
  });
}

/** A controller's schema says nothing of scope and names: they come from the CRD. */
function withoutCrd({ crds, controllers }: Read): string[] {
  return controllers
    .flatMap(({ kinds }) => kinds)
    .filter(({ group, version, kind }) => !crds.some((crd) => defines(crd, group, version, kind)))
    .map(
      ({ group, version, kind }) => `  no CRD of ${group}/${version} ${kind} is pinned, only its JSON schema; pin both`,
    );
}

function defines({ spec }: CrdEntry, group: string, version: string, kind: string): boolean {
  return spec.group === group && spec.names.kind === kind && spec.versions.some(({ name }) => name === version);
}

function groupFiles(group: string, read: Read, pins: readonly Pin[]): (readonly [string, string])[] {
  const crds = read.crds.filter(({ spec }) => spec.group === group);
  const controller = read.controllers.find(({ kinds }) => kinds.some((kind) => kind.group === group));
  const classes = pins.flatMap((pin) =>
    pin.classes.filter((kind) => crds.some((crd) => crd.source === pinLabel(pin) && crd.spec.names.kind === kind)),
  );
  const table = schemaTable({ group, crds, controller, classes });
  return [
    ...(classes.length > 0 ? [[`${group}.ts`, classText(table, classes)] as const] : []),
    [`${group}.schema.json`, tableText(table)],
  ];
}
