import type { FluentBitValues } from '../../helm/fluent-bit';
import { LOKI } from './datasources';

/** Directory of a node that remembers what was read and keeps what was not sent yet. */
export const STATE_DIRECTORY = '/var/lib/fluent-bit';

/** Labels that Loki indexes, with where their values come from: few, because every combination is a stream of its own. */
const LOG_LABELS = {
  job: 'fluent-bit',
  namespace: "$kubernetes['namespace_name']",
  container: "$kubernetes['container_name']",
  node: "$kubernetes['host']",
  app: "$kubernetes['labels']['app.kubernetes.io/name']",
  stream: '$stream',
} as const;

/** A label of every line of log. */
export type LogLabel = keyof typeof LOG_LABELS;

/**
 * From the log files of containers to Loki, in Fluent Bit's classic format (docs.fluentbit.io). The chart renders it as
 * a template, so that no double braces may be in it.
 */
export function pipeline(): Required<NonNullable<FluentBitValues['config']>> {
  return { service: service(), inputs: input(), filters: filters(), outputs: output() };
}

function service(): string {
  return section('SERVICE', {
    Daemon: 'Off',
    Flush: '1',
    Log_Level: 'info',
    Parsers_File: '/fluent-bit/etc/parsers.conf',
    HTTP_Server: 'On',
    HTTP_Listen: '0.0.0.0',
    HTTP_Port: '2020',
    Health_Check: 'On',
    'storage.path': `${STATE_DIRECTORY}/buffer`,
    'storage.max_chunks_up': '16',
    'storage.backlog.mem_limit': '8M',
    'storage.metrics': 'On',
  });
}

function input(): string {
  return section('INPUT', {
    Name: 'tail',
    Path: '/var/log/containers/*.log',
    'multiline.parser': 'cri',
    Tag: 'kube.*',
    DB: `${STATE_DIRECTORY}/tail.db`,
    // Of files found at the start, too: else what pods say before the agent runs is lost.
    Read_from_Head: 'On',
    Skip_Long_Lines: 'On',
    'storage.type': 'filesystem',
  });
}

function filters(): string {
  const kubernetes = section('FILTER', {
    Name: 'kubernetes',
    Match: 'kube.*',
    // No limit: pods described in more than the default of 32 KB would get no labels.
    Buffer_Size: '0',
    Merge_Log: 'Off',
    'K8S-Logging.Exclude': 'On',
  });
  // A single key besides what becomes labels: only then does the output send the line as it was written.
  const kept = section('FILTER', { Name: 'record_modifier', Match: 'kube.*' }, [
    ['Allowlist_key', 'kubernetes'],
    ['Allowlist_key', 'stream'],
    ['Allowlist_key', 'log'],
  ]);
  return `${kubernetes}\n${kept}`;
}

function output(): string {
  return section('OUTPUT', {
    Name: 'loki',
    Match: 'kube.*',
    Host: LOKI.host,
    Port: String(LOKI.port),
    Labels: Object.entries(LOG_LABELS)
      .map(([label, source]) => `${label}=${source}`)
      .join(', '),
    Structured_Metadata: "pod=$kubernetes['pod_name']",
    Remove_Keys: 'kubernetes, stream',
    Drop_Single_Key: 'raw',
    Line_Format: 'json',
    Retry_Limit: 'no_limits',
    'storage.total_limit_size': '256M',
  });
}

/** A section; `more` repeats keys, which the format allows. */
function section(
  name: string,
  entries: Readonly<Record<string, string>>,
  more: readonly (readonly [string, string])[] = [],
): string {
  const lines = [...Object.entries(entries), ...more].map(([key, value]) => `    ${key} ${value}`);
  return [`[${name}]`, ...lines, ''].join('\n');
}
