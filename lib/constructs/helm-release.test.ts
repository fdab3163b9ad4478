import type { App } from 'cdk8s';
import { synth } from '../synth';
import { demoPlatform, testComponent } from '../testing';
import { HelmRelease, type HelmReleaseProps } from './helm-release';
import { testChart } from './test-chart';

interface WikiValues {
  readonly replicas: number;
  readonly image: { readonly tag: string; readonly pull: string };
}

const all: Required<HelmReleaseProps<WikiValues>> = {
  chart: testChart(),
  values: { replicas: 1, image: { tag: '1', pull: 'Always' } },
  name: 'docs',
};

test('writes the kustomization entry and the values', () => {
  const component = testComponent();
  new HelmRelease(component, 'release', all);
  expect(synth(component.node.root as App)[0]?.kustomization).toMatchInlineSnapshot(`
{
  "labels": {
    "app.kubernetes.io/part-of": "idp",
    "business-unit": "infrastructure",
    "environment": "demo",
    "owner": "platform-team",
  },
  "release": {
    "apiVersions": [
      "monitoring.coreos.com/v1",
    ],
    "includeCRDs": false,
    "kubeVersion": "1.33.4",
    "name": "wiki",
    "namespace": "tested",
    "releaseName": "docs",
    "repo": "https://charts.example.com",
    "skipTests": true,
    "values": {
      "image": {
        "pull": "Always",
        "tag": "1",
      },
      "replicas": 1,
    },
    "version": "1.2.3",
  },
}
`);
});

test("lays the user's values on top, and renders with them", () => {
  const platform = { ...demoPlatform(), values: { part: { replicas: 3, image: { tag: '2' } } } };
  const component = testComponent(platform);
  const release = new HelmRelease(component, 'release', all);
  expect(release.values).toEqual({ replicas: 3, image: { tag: '2', pull: 'Always' } });
});

test('leaves out the labels that the chart reserves', () => {
  const component = testComponent();
  const chart = testChart({ reservedLabels: ['app.kubernetes.io/part-of'] });
  new HelmRelease(component, 'release', { chart, values: {} });
  expect(Object.keys(synth(component.node.root as App)[0]?.kustomization?.labels ?? {})).toEqual([
    'owner',
    'business-unit',
    'environment',
  ]);
});

test('tells the chart of monitors only where Prometheus is', () => {
  const asked = (platform = demoPlatform()) =>
    new HelmRelease(testComponent(platform), 'release', { chart: testChart(), values: {} }).apiVersions;
  expect(asked()).toEqual(['monitoring.coreos.com/v1']);
  expect(asked(demoPlatform({ stacks: { observability: false, security: false } }))).toEqual([]);
});

test('refuses a second Helm chart in one component', () => {
  const component = testComponent();
  new HelmRelease(component, 'one', { chart: testChart(), values: {} });
  new HelmRelease(component, 'two', { chart: testChart({ name: 'blog' }), values: {} });
  expect(() => synth(component.node.root as App)).toThrowErrorMatchingInlineSnapshot(`
"synth failed:
  [tested/part/two] a second Helm chart in one component: blog beside wiki; give it a component of its own"
`);
});
