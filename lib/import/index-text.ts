import { CLASS_HEADER } from './class-text';

/** A module that loads the table of a group when it is asked for. `groups` are sorted. */
export function indexText(groups: readonly string[]): string {
  return [
    CLASS_HEADER,
    "import type { SchemaTable } from '../lib/model/schema-table';\n",
    '/** The schema table of each API group, loaded when asked for. */',
    'export const schemaTables = {',
    ...groups.map((group) => `  '${group}': (): SchemaTable => require('./${group}.schema.json'),`),
    '} as const;\n',
  ].join('\n');
}
