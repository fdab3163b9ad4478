import type { SchemaTable } from '../model/schema-table';

/** How a table begins that this project wrote. */
export const TABLE_HEADER = `{\n"generated": "by \`npm run import\` from the CRDs that cdk8s.yaml pins; not to be edited",\n`;

/** A table as JSON with one line a CRD and one a definition, so that a new version of a CRD reads as a diff. */
export function tableText({ group, crds, $defs }: SchemaTable): string {
  const crdLines = crds.map((crd) => JSON.stringify(crd));
  const defLines = Object.entries($defs).map(([name, schema]) => `${JSON.stringify(name)}: ${JSON.stringify(schema)}`);
  return [
    `${TABLE_HEADER}"group": ${JSON.stringify(group)},`,
    `"crds": [\n${crdLines.join(',\n')}\n],`,
    `"$defs": {\n${defLines.join(',\n')}\n}`,
    '}\n',
  ].join('\n');
}
