import type { Platform } from '../../../model/platform';
import { demoPlatform, manifestsOf, testComponent } from '../../../testing';
import { DATASOURCES } from '../datasources';
import { Dashboards } from '.';

interface Model {
  readonly uid: string;
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
    readonly datasource: { readonly uid: string };
    readonly targets: readonly { readonly expr: string; readonly datasource: { readonly uid: string } }[];
  }[];
}

function models(platform?: Platform): Model[] {
  const component = testComponent(platform);
  new Dashboards(component, 'dashboards');
  return Object.values(manifestsOf(component)).map(({ data }) =>
    JSON.parse(Object.values(data as object)[0] as string),
  );
}

test('labels ConfigMaps so that Grafana finds them', () => {
  const component = testComponent();
  new Dashboards(component, 'dashboards');
  expect(manifestsOf(component)).toMatchObject({
    'ConfigMap dashboard-idp-overview': { metadata: { labels: { grafana_dashboard: '1' } } },
    'ConfigMap dashboard-idp-logs': { metadata: { labels: { grafana_dashboard: '1' } } },
  });
});

test('asks only datasources that are provisioned', () => {
  const panels = models().flatMap(({ panels }) => panels);
  const uids = panels.flatMap(({ datasource, targets }) => [datasource, ...targets.map((target) => target.datasource)]);
  for (const { uid } of uids) expect(Object.values(DATASOURCES)).toContain(uid);
});

test('lays panels out without overlaps, inside of 24 columns', () => {
  for (const { panels } of models()) {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  }
});

test('shows nothing about stacks that are off', () => {
  const titles = (platform?: Platform) => models(platform).flatMap(({ panels }) => panels.map(({ title }) => title));
  expect(titles()).toEqual(expect.arrayContaining(['Policy violations', 'Critical vulnerabilities of images']));
  const without = titles(demoPlatform({ stacks: { platform: false, security: false } }));
  expect(without).not.toContain('Policy violations');
  expect(without).not.toContain('Critical vulnerabilities of images');
});

test('selects logs by labels that Fluent Bit sets, one of them never empty', () => {
  const queries = models().flatMap(({ panels }) =>
    panels.filter(({ datasource }) => datasource.uid === 'loki').map(({ targets }) => targets[0]?.expr),
  );
  expect(queries).toHaveLength(2);
  for (const query of queries) expect(query).toContain('{job="fluent-bit", ');
});
