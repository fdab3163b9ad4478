import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../app';
import { demoPlatform } from '../testing';
import { type Claim, holds } from './claim';
import {
  APPLICATION_SETS,
  CERTIFICATES,
  CONTROL_LOOPS,
  EXPOSURE,
  OBSERVABILITY,
  SCANNING,
  SECRETS,
} from './claims-flows';
import { GENERAL, HELM_TO_PODS, NODE_POOLS } from './claims-platform';
import { drawings } from './d2';
import { worldOf } from './world';

/** In the order of the document. */
const DIAGRAMS: readonly [string, Readonly<Record<string, readonly Claim[]>>][] = [
  ['1 general architecture', GENERAL],
  ['2 Helm to pods', HELM_TO_PODS],
  ['3 node pools', NODE_POOLS],
  ['4 certificates', CERTIFICATES],
  ['5 secrets', SECRETS],
  ['6 observability data', OBSERVABILITY],
  ['7 security scanning', SCANNING],
  ['8 GitOps structure', APPLICATION_SETS],
  ['9 exposure', EXPOSURE],
  ['10 control loops', CONTROL_LOOPS],
];

const DOCUMENT = join(__dirname, '../../../shared/architecture.md');
const withDocument = existsSync(DOCUMENT) ? test : test.skip;

const world = worldOf(buildApp(demoPlatform()));
const rows = DIAGRAMS.flatMap(([diagram, claims]) =>
  Object.entries(claims).map(([shape, evidence]) => ({ row: `${diagram}: ${shape}`, evidence })),
);

test.each(rows)('$row is in what synth renders', ({ evidence }) => {
  expect(evidence.length).toBeGreaterThan(0);
  expect(evidence.filter((claim) => !holds(claim, world))).toEqual([]);
});

test('every row fails when one of the objects that it names is removed', () => {
  const unmoved = rows.flatMap(({ row, evidence }) =>
    evidence
      .filter(([object]) => {
        const without = new Map(world);
        without.delete(object);
        return evidence.every((claim) => holds(claim, without));
      })
      .map(([object]) => `${row} does not miss ${object}`),
  );
  expect(unmoved).toEqual([]);
});

withDocument('the rows are the shapes and arrows of architecture.md, no more and no less (needs ../shared)', () => {
  const drawn = drawings(readFileSync(DOCUMENT, 'utf8')).map(({ shapes, arrows }) => [...shapes, ...arrows].sort());
  expect(DIAGRAMS.map(([, claims]) => Object.keys(claims).sort())).toEqual(drawn);
});
