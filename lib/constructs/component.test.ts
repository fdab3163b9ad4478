import { App, Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-30';
import { demoPlatform, manifestsOf, testComponent } from '../testing';
import { Component, type ComponentProps } from './component';
import { Stack } from './stack';

test('labels every object and puts namespaced ones into its namespace', () => {
  const component = testComponent();
  new k8s.KubeConfigMap(component, 'config', { metadata: { name: 'config', labels: { own: 'label' } } });
  expect(manifestsOf(component)['ConfigMap config']?.metadata).toMatchInlineSnapshot(`
{
  "labels": {
    "app.kubernetes.io/component": "tested",
    "app.kubernetes.io/instance": "tested-part",
    "app.kubernetes.io/name": "part",
    "app.kubernetes.io/part-of": "idp",
    "business-unit": "infrastructure",
    "environment": "demo",
    "own": "label",
    "owner": "platform-team",
  },
  "name": "config",
  "namespace": "tested",
}
`);
});

test('gives a cluster-scoped object no namespace, and leaves one that is named', () => {
  const component = testComponent();
  new k8s.KubeClusterRole(component, 'role', { metadata: { name: 'role' } });
  new k8s.KubeConfigMap(component, 'config', { metadata: { name: 'config', namespace: 'elsewhere' } });
  const manifests = manifestsOf(component);
  expect(manifests['ClusterRole role']?.metadata.namespace).toBeUndefined();
  expect(manifests['ConfigMap config']?.metadata.namespace).toBe('elsewhere');
});

test('takes a namespace of its own', () => {
  const all: Required<ComponentProps> = { namespace: 'kube-system' };
  const stack = new Stack(new App(), 'it', { platform: demoPlatform(), layer: 'IT' });
  expect(new Component(stack, 'gateway', all)).toMatchObject({ namespace: 'kube-system', path: 'IT/gateway' });
});

test('names the construct that stands in a plain Chart', () => {
  const chart = new Chart(new App(), 'plain');
  expect(() => Component.of(chart)).toThrowErrorMatchingInlineSnapshot(
    `"[plain] is in a plain Chart; define it in a Component"`,
  );
});
