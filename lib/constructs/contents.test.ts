import { App } from 'cdk8s';
import { k8s } from 'cdk8s-plus-30';
import { demoPlatform } from '../testing';
import { Component } from './component';
import { contentsOfKind, contentsOfStack, everyWorkload, servicePorts } from './contents';
import { HelmRelease } from './helm-release';
import { Stack } from './stack';
import { StackDelivery } from './stack-delivery';
import { testChart } from './test-chart';

const names = (manifests: readonly { kind: string; metadata: { name: string } }[]) =>
  manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();

/** A stack with a Helm chart and objects of its own, and a component of another stack. */
function stack(): Stack {
  const app = new App();
  const docs = new Stack(app, 'docs', { platform: demoPlatform(), layer: 'K8s' });
  new StackDelivery(docs);
  const wiki = new Component(docs, 'wiki');
  new HelmRelease(wiki, 'release', { chart: testChart(), values: {} });
  new k8s.KubeService(wiki, 'service', { metadata: { name: 'own' }, spec: { ports: [{ port: 1 }, { port: 2 }] } });
  new k8s.KubeJob(wiki, 'job', { metadata: { name: 'fill' } });
  const art = new Stack(app, 'art', { platform: demoPlatform(), layer: 'K8s' });
  new k8s.KubeConfigMap(new Component(art, 'gallery'), 'config', { metadata: { name: 'pictures' } });
  return docs;
}

test('finds objects of one kind among those of components and of Helm charts, in the whole app', () => {
  expect(names(contentsOfKind(stack(), '', 'Service'))).toEqual(['Service own', 'Service wiki']);
  expect(names(contentsOfKind(stack(), '', 'ConfigMap'))).toEqual(['ConfigMap pictures', 'ConfigMap wiki']);
});

test('tells kinds of one name by their API group', () => {
  expect(contentsOfKind(stack(), 'serving.knative.dev', 'Service')).toEqual([]);
});

test('counts what the components of a stack emit, without what hands it to Argo CD and without other stacks', () => {
  expect(names(contentsOfStack(stack(), 'docs'))).toEqual([
    ...['ClusterRole wiki', 'ConfigMap wiki', 'Deployment wiki', 'Job fill', 'Service own', 'Service wiki'],
  ]);
});

test('knows everything that runs pods, what controllers make included', () => {
  expect(names(everyWorkload(stack()))).toEqual(['Deployment wiki', 'Job fill', 'Job wiki-scan']);
});

test('looks for the ports of a Service in one namespace', () => {
  expect(servicePorts(stack(), 'docs', 'own')).toEqual([1, 2]);
  expect(servicePorts(stack(), 'art', 'own')).toEqual([]);
});
