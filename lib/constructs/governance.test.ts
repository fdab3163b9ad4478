import { k8s } from 'cdk8s-plus-30';
import { manifestsOf, testComponent } from '../testing';
import { Governance, type GovernanceProps } from './governance';
import { HelmRelease } from './helm-release';
import { testChart } from './test-chart';

const MI = 2 ** 20;
const all: Required<GovernanceProps> = {
  namespace: 'tested',
  extra: { requestsCpu: 1, requestsMemory: 64 * MI, limitsCpu: 2, limitsMemory: 128 * MI },
};

const quota = (props: GovernanceProps, fill: (component: ReturnType<typeof testComponent>) => void) => {
  const component = testComponent();
  new Governance(component, 'governance', props);
  fill(component);
  const spec = manifestsOf(component)['ResourceQuota compute']?.spec as { hard: unknown } | undefined;
  return spec?.hard;
};

test('makes the namespace and the defaults of its containers', () => {
  const component = testComponent();
  new Governance(component, 'governance', { namespace: 'tested' });
  const manifests = manifestsOf(component);

  expect(manifests['Namespace tested']?.metadata.namespace).toBeUndefined();
  expect(manifests['LimitRange container-defaults']).toMatchObject({
    metadata: { namespace: 'tested' },
    spec: { limits: [{ type: 'Container', default: { cpu: '200m' }, defaultRequest: { memory: '64Mi' } }] },
  });
});

test('sizes the quota from pods that are defined after it, with a quarter on top', () => {
  const hard = quota({ namespace: 'tested' }, (component) => {
    new k8s.KubeJob(component, 'job', {
      metadata: { name: 'job' },
      spec: { template: { spec: { containers: [{ name: 'main', image: 'x:1' }] } } },
    });
  });
  expect(hard).toEqual({
    'requests.cpu': '125m',
    'requests.memory': '80Mi',
    'limits.cpu': '250m',
    'limits.memory': '160Mi',
  });
});

test('counts what Helm charts and their controllers run in the namespace, a rolling update included', () => {
  const hard = quota({ namespace: 'tested' }, (component) => {
    new HelmRelease(component, 'release', { chart: testChart(), values: {} });
  });
  // The Deployment's one pod and its surge, the controller's Job: three pods of 100m and 64Mi.
  expect(hard).toMatchObject({ 'requests.cpu': '375m', 'requests.memory': '240Mi' });
});

test('adds what people start on top', () => {
  expect(quota(all, () => {})).toEqual({
    'requests.cpu': '1250m',
    'requests.memory': '80Mi',
    'limits.cpu': '2500m',
    'limits.memory': '160Mi',
  });
});

test('leaves pods of other namespaces out', () => {
  const hard = quota({ namespace: 'other' }, (component) => {
    new HelmRelease(component, 'release', { chart: testChart(), values: {} });
  });
  expect(hard).toMatchObject({ 'requests.cpu': '0m' });
});
