import { DATASOURCES } from '../datasources';

type Source = keyof typeof DATASOURCES;

/** A panel in Grafana's own model (grafana.com/docs, "Dashboard JSON model"), but for its place. */
export interface Panel {
  readonly title: string;
  /** Of the 24 columns of a dashboard. */
  readonly width: number;
  /** In rows of 30 pixels. */
  readonly height: number;
  readonly type: string;
  readonly datasource: object;
  readonly targets: readonly object[];
  readonly options: object;
  readonly fieldConfig: object;
  readonly transformations?: readonly object[];
}

/** What every kind of panel is told. */
interface PanelProps {
  readonly title: string;
  readonly query: string;
  readonly width: number;
  readonly height?: number;
}

interface GraphProps extends PanelProps {
  /** Name of each series, from its labels: `{{namespace}}`. */
  readonly legend: string;
  /** @default 'short' */
  readonly unit?: string;
  /** @default 'metrics' */
  readonly source?: Source;
}

/** Green, and red from 1 on: what is counted should not be there. */
const NONE_WANTED = [
  { color: 'green', value: null },
  { color: 'red', value: 1 },
];

/** Green, yellow, red: parts of a whole. */
const FILLING_UP = [
  { color: 'green', value: null },
  { color: 'yellow', value: 0.8 },
  { color: 'red', value: 0.9 },
];

const LAST_VALUE = { calcs: ['lastNotNull'], fields: '', values: false };

/** A number that should be zero. */
export function counter({ title, query, width, height = 4 }: PanelProps): Panel {
  return {
    ...common(title, width, height, 'metrics'),
    type: 'stat',
    targets: [{ ...target(query, 'metrics'), instant: true, range: false }],
    options: { colorMode: 'background', graphMode: 'none', justifyMode: 'center', reduceOptions: LAST_VALUE },
    fieldConfig: { defaults: { thresholds: { mode: 'absolute', steps: NONE_WANTED } }, overrides: [] },
  };
}

/** One row for each series, one column for each of its labels. `value` names the column of the value; without it, none. */
export function table({ title, query, width, height = 8, value, unit }: PanelProps & TableProps): Panel {
  return {
    ...common(title, width, height, 'metrics'),
    type: 'table',
    targets: [{ ...target(query, 'metrics'), format: 'table', instant: true, range: false }],
    options: { showHeader: true, cellHeight: 'sm' },
    fieldConfig: { defaults: unit === undefined ? {} : { unit }, overrides: [] },
    transformations: [
      {
        id: 'organize',
        options: {
          excludeByName: { Time: true, ...(value === undefined ? { Value: true } : {}) },
          renameByName: value === undefined ? {} : { Value: value },
        },
      },
    ],
  };
}

interface TableProps {
  readonly value?: string;
  readonly unit?: string;
}

/** Curves over time. */
export function graph(props: GraphProps): Panel {
  const { title, query, width, height = 8, legend, unit = 'short', source = 'metrics' } = props;
  return {
    ...common(title, width, height, source),
    type: 'timeseries',
    targets: [{ ...target(query, source), legendFormat: legend }],
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
    fieldConfig: { defaults: { unit, min: 0, custom: { fillOpacity: 10, lineWidth: 1 } }, overrides: [] },
  };
}

/** Bars from empty to full. */
export function gauge({ title, query, width, height = 8, legend }: Omit<GraphProps, 'unit' | 'source'>): Panel {
  return {
    ...common(title, width, height, 'metrics'),
    type: 'bargauge',
    targets: [{ ...target(query, 'metrics'), instant: true, range: false, legendFormat: legend }],
    options: { displayMode: 'basic', orientation: 'horizontal', reduceOptions: LAST_VALUE },
    fieldConfig: {
      defaults: { unit: 'percentunit', min: 0, max: 1, thresholds: { mode: 'absolute', steps: FILLING_UP } },
      overrides: [],
    },
  };
}

/** Lines of log, the newest first. */
export function logLines({ title, query, width, height = 16 }: PanelProps): Panel {
  return {
    ...common(title, width, height, 'logs'),
    type: 'logs',
    targets: [target(query, 'logs')],
    options: { showTime: true, wrapLogMessage: true, enableLogDetails: true, sortOrder: 'Descending' },
    fieldConfig: { defaults: {}, overrides: [] },
  };
}

function common(title: string, width: number, height: number, source: Source) {
  return { title, width, height, datasource: datasource(source) };
}

function target(expr: string, source: Source) {
  return { refId: 'A', datasource: datasource(source), expr };
}

/** A datasource as dashboards name it. */
export function datasource(source: Source): { type: string; uid: string } {
  return { type: source === 'metrics' ? 'prometheus' : 'loki', uid: DATASOURCES[source] };
}
