import type { Panel } from './panel';

/** Label, and its value, of the ConfigMaps that Grafana takes dashboards from. */
export const DASHBOARD_LABEL = { label: 'grafana_dashboard', labelValue: '1' } as const;

/** Version of Grafana's dashboard model that panels are written in (Grafana 12). */
const SCHEMA_VERSION = 41;

const COLUMNS = 24;

/** A dashboard: its panels flow from left to right, and to the next row when one no longer fits. */
export interface Dashboard {
  /** Stays for ever: links and Grafana's database know the dashboard by it. */
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  /** What the viewer chooses, in Grafana's own model. @default - nothing */
  readonly variables?: readonly object[];
}

/** The dashboard as Grafana reads it. */
export function dashboardJson({ uid, title, panels, variables = [] }: Dashboard): string {
  const model = {
    uid,
    title,
    tags: ['idp'],
    schemaVersion: SCHEMA_VERSION,
    timezone: 'browser',
    editable: false,
    refresh: '1m',
    time: { from: 'now-3h', to: 'now' },
    templating: { list: variables },
    panels: place(panels),
  };
  return `${JSON.stringify(model, undefined, 2)}\n`;
}

function place(panels: readonly Panel[]): object[] {
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  return panels.map(({ width, height, ...panel }, index) => {
    if (x + width > COLUMNS) {
      x = 0;
      y += rowHeight;
      rowHeight = 0;
    }
    const gridPos = { x, y, w: width, h: height };
    x += width;
    rowHeight = Math.max(rowHeight, height);
    return { id: index + 1, ...panel, gridPos };
  });
}
