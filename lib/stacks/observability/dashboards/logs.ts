import type { LogLabel } from '../fluent-bit-pipeline';
import type { Dashboard } from './dashboard';
import { datasource, graph, logLines } from './panel';

/** Loki wants one matcher that cannot match nothing; `job` is the same for all. */
const OF_NAMESPACE = 'job="fluent-bit", namespace=~"$namespace"';

/** What containers write, and whether all of it arrives. */
export function logs(): Dashboard {
  return {
    uid: 'idp-logs',
    title: 'Logs',
    variables: [choice('namespace'), choice('app', `{${OF_NAMESPACE}}`), search()],
    panels: [
      graph({
        title: 'Lines by namespace',
        query: `sum by (namespace) (rate({${OF_NAMESPACE}} [$__auto]))`,
        legend: '{{namespace}}',
        unit: 'cps',
        source: 'logs',
        width: 8,
      }),
      graph({
        title: 'Lines that Loki takes in',
        query: 'sum(rate(loki_distributor_lines_received_total[5m]))',
        legend: 'received',
        unit: 'cps',
        width: 8,
      }),
      graph({
        title: 'Retries of Fluent Bit',
        query: 'sum by (pod) (rate(fluentbit_output_retries_total[5m]))',
        legend: '{{pod}}',
        unit: 'cps',
        width: 8,
      }),
      logLines({ title: 'Lines', query: `{${OF_NAMESPACE}, app=~"$app"} |= "$search"`, width: 24 }),
    ],
  };
}

/** Choice of values of a label, `stream` being the selector they are looked up in. */
function choice(label: LogLabel, stream = ''): object {
  return {
    type: 'query',
    name: label,
    datasource: datasource('logs'),
    query: { type: 1, label, stream, refId: label },
    refresh: 2,
    sort: 1,
    multi: true,
    includeAll: true,
    allValue: '.*',
    current: { text: 'All', value: '$__all' },
  };
}

function search(): object {
  return { type: 'textbox', name: 'search', label: 'containing', query: '', current: { text: '', value: '' } };
}
