import type { Manifest } from '../../model/manifest';
import { type LabelSelector, matchesLabels } from './label-selector';
import type { StackRelease } from './stack-release';

/** Prefix of the value keys, by the kind that Prometheus selects with them. */
const PREFIXES = {
  PodMonitor: 'podMonitor',
  Probe: 'probe',
  PrometheusRule: 'rule',
  ScrapeConfig: 'scrapeConfig',
  ServiceMonitor: 'serviceMonitor',
} as const;

/** Kinds that Prometheus selects by their labels. */
export type MonitorKind = keyof typeof PREFIXES;

/** What the selectors follow from: the name of the release and its values. */
type Selecting = Pick<StackRelease, 'name' | 'values'>;

/** The selector of the Prometheus object for one kind, as `templates/prometheus/prometheus.yaml` decides it. */
export function selectorOf(release: Selecting, kind: MonitorKind): LabelSelector {
  const spec = release.values.prometheus?.prometheusSpec ?? {};
  const given = spec[`${PREFIXES[kind]}Selector`] ?? {};
  if (Object.keys(given).length > 0) return given;
  const ofRelease = spec[`${PREFIXES[kind]}SelectorNilUsesHelmValues`] ?? true;
  return ofRelease ? { matchLabels: { release: release.name } } : {};
}

/**
 * Whether the stack's Prometheus reads a monitor or rule, in whatever namespace it is: the platform sets no namespace
 * selectors. False for any other kind.
 */
export function selects(release: Selecting, manifest: Manifest): boolean {
  if (!(manifest.kind in PREFIXES)) return false;
  return matchesLabels(selectorOf(release, manifest.kind as MonitorKind), manifest.metadata.labels ?? {});
}
