import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { load, loadAll } from 'js-yaml';
import type { RenderedKustomization, RenderedRelease } from './lib/model/rendered';
import { kustomization as kustomizationText } from './lib/output/kustomization';
import { toYaml } from './lib/output/yaml';

/** Every directory with a kustomization, relative to the project. */
const DIRECTORIES = ['IT', 'K8s'].flatMap((tree) =>
  readdirSync(join(__dirname, tree), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('kustomization.yaml'))
    .map((file) => dirname(join(tree, file))),
);

const installed = spawnSync('kustomize', ['version']).status === 0;

interface Kustomization {
  readonly resources?: readonly string[];
  readonly helmCharts?: readonly object[];
}

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'kustomize-'));
  for (const tree of ['IT', 'K8s']) cpSync(join(__dirname, tree), join(copy, tree), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true }));

test.each(DIRECTORIES)('%s lists exactly the files beside it', (directory) => {
  const { resources = [], helmCharts } = kustomization(join(__dirname, directory));
  const beside = readdirSync(join(__dirname, directory)).filter((file) => file !== 'kustomization.yaml');
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
