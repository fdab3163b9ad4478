import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { load, loadAll } from 'js-yaml';
import { LAYERS } from './lib/model/layer';
import type { RenderedKustomization, RenderedRelease } from './lib/model/rendered';
import { INVENTORY_FILE, parseInventory } from './lib/output/inventory';
import { kustomization as kustomizationText } from './lib/output/kustomization';
import { toYaml } from './lib/output/yaml';

/** The files that synth wrote, relative to the project; whatever else lies in the trees is not ours to judge. */
const FILES = LAYERS.flatMap((tree) => {
  const inventory = join(tree, INVENTORY_FILE);
  if (!existsSync(join(__dirname, inventory))) return [];
  const text = readFileSync(join(__dirname, inventory), 'utf8');
  return [...parseInventory(text, inventory).keys()].map((path) => `${tree}/${path}`);
});

/** Every directory with a kustomization. */
const DIRECTORIES = FILES.filter((file) => basename(file) === 'kustomization.yaml').map(dirname);

const installed = spawnSync('kustomize', ['version']).status === 0;

interface Kustomization {
  readonly resources?: readonly string[];
  readonly helmCharts?: readonly object[];
}

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'kustomize-'));
  for (const file of FILES) cpSync(join(__dirname, file), join(copy, file));
});
afterAll(() => rmSync(copy, { recursive: true }));

test.each(DIRECTORIES)('%s lists exactly the files beside it', (directory) => {
  const { resources = [], helmCharts } = kustomization(join(__dirname, directory));
  const beside = FILES.filter((file) => dirname(file) === directory)
    .map((file) => basename(file))
    .filter((file) => file !== 'kustomization.yaml');
  expect([...resources, ...(helmCharts === undefined ? [] : ['values.yaml'])].sort()).toEqual(beside.sort());
});

(installed ? test : test.skip).each(DIRECTORIES)(
  'kustomize builds %s, its Helm chart set aside (needs kustomize on the PATH)',
  (directory) => {
    const { helmCharts: _, ...own } = kustomization(join(copy, directory));
    writeFileSync(join(copy, directory, 'kustomization.yaml'), toYaml(own));
    const built = execFileSync('kustomize', ['build', join(copy, directory)], { encoding: 'utf8' });
    expect(loadAll(built).filter(Boolean)).toHaveLength(own.resources?.length ?? 0);
  },
);

(installed ? test : test.skip)(
  'kustomize labels objects and pods, and leaves selectors and volumes as they are (needs kustomize on the PATH)',
  () => {
    const directory = mkdtempSync(join(copy, 'labels-'));
    const rendered: RenderedKustomization = { labels: { owner: 'us' }, release: {} as RenderedRelease };
    const { helmCharts: _, ...own } = kustomizationText(rendered, ['db.yaml']) as Kustomization;
    writeFileSync(join(directory, 'kustomization.yaml'), toYaml(own));
    writeFileSync(join(directory, 'db.yaml'), toYaml(DATABASE));
    expect(load(execFileSync('kustomize', ['build', directory], { encoding: 'utf8' }))).toEqual({
      ...DATABASE,
      metadata: { name: 'db', labels: { owner: 'us' } },
      spec: { ...DATABASE.spec, template: { metadata: { labels: { app: 'db', owner: 'us' } }, spec: {} } },
    });
  },
);

const DATABASE = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'db' },
  spec: {
    selector: { matchLabels: { app: 'db' } },
    template: { metadata: { labels: { app: 'db' } }, spec: {} },
    volumeClaimTemplates: [{ metadata: { name: 'data' } }],
  },
};

function kustomization(directory: string): Kustomization {
  return load(readFileSync(join(directory, 'kustomization.yaml'), 'utf8')) as Kustomization;
}
