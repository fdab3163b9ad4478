import type { Manifest } from '../model/manifest';
import type { Rendered, RenderedDirectory, RenderedKustomization, RenderedRelease } from '../model/rendered';
import { layout } from './layout';

const release: Required<RenderedRelease> = {
  name: 'loki',
  repo: 'https://grafana.github.io/helm-charts',
  version: '6.42.0',
  releaseName: 'loki',
  namespace: 'observability',
  includeCRDs: true,
  skipTests: true,
  kubeVersion: '1.33.4',
  apiVersions: ['monitoring.coreos.com/v1/ServiceMonitor'],
  values: { deploymentMode: 'SingleBinary' },
};

test('writes one object a file, the kustomization that lists them, and the values of the Helm chart', () => {
  const files = layout([
    directory('K8s/observability/loki', [object('Service', 'loki'), object('ConfigMap', 'loki')], {
      labels: { owner: 'platform-team' },
      release,
    }),
  ]);
  expect(files.map(({ path, objects }) => [path, ...objects.map(({ constructPath }) => constructPath)])).toEqual([
    ['K8s/observability/loki/configmap-loki.yaml', 'app/configmap-loki'],
    ['K8s/observability/loki/kustomization.yaml'],
    ['K8s/observability/loki/service-loki.yaml', 'app/service-loki'],
    ['K8s/observability/loki/values.yaml'],
  ]);
  expect(files[0]?.text).toBe('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: loki\n');
  expect(files[1]?.text).toMatchInlineSnapshot(`
"apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
labels:
  - fields:
      - create: true
        group: apps
        path: spec/template/metadata/labels
      - kind: Job
        create: true
        group: batch
        path: spec/template/metadata/labels
      - kind: CronJob
        create: true
        group: batch
        path: spec/jobTemplate/spec/template/metadata/labels
    includeSelectors: false
    pairs:
      owner: platform-team
helmCharts:
  - name: loki
    namespace: observability
    apiVersions:
      - monitoring.coreos.com/v1/ServiceMonitor
    includeCRDs: true
    kubeVersion: "1.33.4"
    releaseName: loki
    repo: https://grafana.github.io/helm-charts
    skipTests: true
    valuesFile: values.yaml
    version: "6.42.0"
resources:
  - configmap-loki.yaml
  - service-loki.yaml
"
`);
  expect(files[3]?.text).toBe('deploymentMode: SingleBinary\n');
});

test('a kustomization without a Helm chart lists files only: the objects have their labels already', () => {
  const [, kustomization] = layout([
    directory('IT/vault', [object('ConfigMap', 'a')], { labels: { owner: 'platform-team' } }),
  ]);
  expect(kustomization?.text).toBe(
    'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n  - configmap-a.yaml\n',
  );
});

test('a directory without a kustomization holds its objects only', () => {
  const cluster = { ...object('Simple', 'idp-demo'), fileName: 'k3d-cluster.yaml' };
  expect(paths([directory('IT', [cluster])])).toEqual(['IT/k3d-cluster.yaml']);
});

test('the namespace joins the name only where two files would collide', () => {
  const objects = [
    object('Role', 'reader', 'argocd'),
    object('Role', 'reader', 'cicd'),
    object('Role', 'writer', 'cicd'),
  ];
  expect(paths([directory('IT/rbac', objects)])).toEqual([
    'IT/rbac/role-reader-argocd.yaml',
    'IT/rbac/role-reader-cicd.yaml',
    'IT/rbac/role-writer.yaml',
  ]);
});

test('characters that not every file system takes become a dash', () => {
  expect(paths([directory('IT/rbac', [object('ClusterRole', 'system:auth/ü')])])).toEqual([
    'IT/rbac/clusterrole-system-auth--.yaml',
  ]);
});

test('the order of directories and objects makes no difference', () => {
  const directories = [
    directory('IT/b', [object('ConfigMap', 'b'), object('ConfigMap', 'a')], { labels: {} }),
    directory('IT/a', [object('Secret', 'b', 'x'), object('Secret', 'b', 'y')], { labels: {} }),
  ];
  const reversed = directories.map((one) => ({ ...one, rendered: [...one.rendered].reverse() })).reverse();
  expect(layout(reversed)).toEqual(layout(directories));
});

test('refuses, all at once, what would overwrite or could not be written', () => {
  const directories = [
    directory(
      'IT/rbac',
      [
        object('Role', 'a:b', 'x'),
        { ...object('Role', 'a-b', 'x'), constructPath: 'app/other' },
        object('ClusterRole', 'Admin'),
        { ...object('ClusterRole', 'admin'), constructPath: 'app/lower' },
        object('ConfigMap', 'n'.repeat(253)),
        { ...object('ConfigMap', 'up'), fileName: '../up.yaml' },
        { ...object('ConfigMap', 'bell'), fileName: 'a\u0007.yaml' },
        { ...object('ConfigMap', 'nul'), fileName: 'nul.yaml' },
        { ...object('ConfigMap', 'text'), fileName: 'notes.txt' },
        { ...object('ConfigMap', 'list'), fileName: 'kustomization.yaml' },
        {
          ...object('ConfigMap', 'bad'),
          manifest: { ...object('ConfigMap', 'bad').manifest, data: { n: Number.NaN } },
        },
      ],
      { labels: {}, release: { ...release, values: { size: undefined, at: new Date(0) } } },
    ),
    directory('IT/RBAC', []),
    directory('IT/..', []),
    directory('IT/twice', []),
    directory('IT/twice', []),
    { ...directory('K8s/cicd', []), layer: 'IT' as const },
  ];
  expect(() => layout(directories)).toThrowErrorMatchingInlineSnapshot(`
"synth failed:
  [app/configmap-bad] data.n is NaN; use a finite number
  [IT/rbac/values.yaml] at is a Date; use a string, a plain object or a list
  [IT/RBAC] differs from the directory IT/rbac only in case; rename one of them
  [IT/..] the directory name ".." is not portable; use letters, digits, "-", "_" and ".", and no dot in front
  [IT/twice] is the directory of two components; give one of them another name
  [K8s/cicd] is outside its tree; put it under IT/
  [app/configmap-nnnnnnnnnnnnnnnnnnnn] the file name configmap-nnnnnnnnnnnnnnnnnnnnnnnnnnnnnn… is too long: 268 bytes; use 255 at most
  [app/configmap-up] the file name "../up.yaml" is not portable; use letters, digits, "-", "_" and ".", and no dot in front
  [app/configmap-bell] the file name "a\\u0007.yaml" is not portable; use letters, digits, "-", "_" and ".", and no dot in front
  [app/configmap-nul] the file name "nul.yaml" is a device on Windows; use another one
  [app/configmap-text] the file name "notes.txt" does not end with .yaml; add it
  [app/other] Role a-b would overwrite [app/role-a:b] Role a:b in IT/rbac/role-a-b-x.yaml; rename one of them, or move it to another component
  [app/lower] ClusterRole admin and [app/clusterrole-Admin] ClusterRole Admin have files that differ only in case: IT/rbac/clusterrole-admin.yaml; rename one of them
  [IT/rbac/kustomization.yaml] would overwrite [app/configmap-list] ConfigMap list in IT/rbac/kustomization.yaml; rename one of them, or move it to another component"
`);
});

function paths(directories: readonly RenderedDirectory[]): readonly string[] {
  return layout(directories).map(({ path }) => path);
}

function directory(
  path: string,
  rendered: readonly Rendered[],
  kustomization?: RenderedKustomization,
): RenderedDirectory {
  const layer = path.startsWith('K8s') ? 'K8s' : 'IT';
  return { path, layer, stack: 'some', rendered, ...(kustomization === undefined ? {} : { kustomization }) };
}

function object(kind: string, name: string, namespace?: string): Rendered {
  const metadata = namespace === undefined ? { name } : { name, namespace };
  const manifest: Manifest = { apiVersion: 'v1', kind, metadata };
  return { manifest, constructPath: `app/${kind.toLowerCase()}-${name.slice(0, 20)}` };
}
