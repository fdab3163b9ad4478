import { Construct, type IConstruct } from 'constructs';
import type { ChartContents, HelmChart } from '../helm/helm-chart';
import { nearest } from '../model/nearest';
import { nodeCount } from '../model/platform';
import { type UnfitValue, unfitValues } from '../model/value-keys';
import { servesApi, toldApis } from './api-versions';
import { chartValueKeys } from './chart-value-keys';
import { Component } from './component';
import { mergeValues } from './merge-values';

export interface HelmReleaseProps<Values extends object> {
  readonly chart: HelmChart<Values>;
  readonly values: Values;
  /** Name of the release; most names of what it renders begin with it. @default - the chart's name */
  readonly name?: string;
}

/** Installs a Helm chart with its component: kustomize renders it, with the component's labels on top. */
export class HelmRelease<Values extends object = object> extends Construct {
  /** All releases of the app that `construct` belongs to. */
  static all(construct: IConstruct): HelmRelease[] {
    return construct.node.root.node.findAll().filter((child) => child instanceof HelmRelease);
  }

  readonly chart: HelmChart<Values>;
  readonly name: string;
  readonly namespace: string;
  /** What is set, the user's own values included. */
  readonly values: Values;
  /** API versions that the chart is told of. */
  readonly apiVersions: readonly string[];
  /** What the chart renders for these values. */
  readonly contents: ChartContents;

  constructor(scope: Construct, id: string, props: HelmReleaseProps<Values>) {
    super(scope, id);
    const component = Component.of(this);
    const { platform, namespace } = component;
    const { chart, name = chart.name } = props;
    this.chart = chart;
    this.name = name;
    this.namespace = namespace;
    const laidOver = platform.values[component.node.id] ?? {};
    this.values = mergeValues(props.values as Record<string, unknown>, laidOver) as Values;
    this.apiVersions = toldApis(platform, chart.asksFor);
    this.contents = chart.render({
      name,
      namespace,
      values: this.values,
      has: (apiVersion) => servesApi(platform, apiVersion),
      nodes: nodeCount(platform),
    });
    this.node.addValidation({ validate: () => this.second(component) });
    if (Object.keys(laidOver).length > 0) {
      this.node.addValidation({ validate: () => this.unfit(component.node.id, laidOver) });
    }
  }

  /** A kustomization could list several charts, but there is one `values.yaml` and one Application. */
  private second(component: Component): string[] {
    const [first, ...others] = component.node.findAll().filter((child) => child instanceof HelmRelease);
    if (first === undefined || !others.includes(this)) return [];
    return [`a second Helm chart in one component: ${this.name} beside ${first.name}; give it a component of its own`];
  }

  private unfit(component: string, values: Readonly<Record<string, unknown>>): string[] {
    const { name, version } = this.chart;
    const keys = chartValueKeys(name, version);
    if (keys === undefined) return [];
    return unfitValues(values, keys).map(
      (value) =>
        `"values.${component}.${value.path.join('.')}" in platform.ts is ${fault(value, `${name} ${version}`)}`,
    );
  }
}

function fault({ what, path, known }: UnfitValue, chart: string): string {
  const keys = `it knows ${known.join(', ')}`;
  if (what === 'flat') return `no object, where the Helm chart ${chart} reads one; ${keys}`;
  const meant = nearest(path.at(-1) ?? '', known);
  const fix = meant === undefined ? keys : `did you mean "${meant}"?`;
  return `no value of the Helm chart ${chart}, which would ignore it; ${fix}`;
}
