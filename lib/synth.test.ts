import { App } from 'cdk8s';
import { k8s } from 'cdk8s-plus-30';
import { Construct } from 'constructs';
import { Component } from './constructs/component';
import { Stack } from './constructs/stack';
import { StackDelivery } from './constructs/stack-delivery';
import { synth } from './synth';
import { demoPlatform } from './testing';

function stackOf(id: string, app = new App()): Stack {
  return new Stack(app, id, { platform: demoPlatform(), layer: 'K8s' });
}

function faulty(scope: Construct, id: string, ...problems: string[]): void {
  new Construct(scope, id).node.addValidation({ validate: () => problems });
}

test('lists the problems of all components at once, sorted by construct', () => {
  const app = new App();
  faulty(new Component(stackOf('second', app), 'wiki'), 'web', 'no Service', 'a bad port');
  faulty(new Component(stackOf('first', app), 'blog'), 'web', 'no Service');
  expect(() => synth(app)).toThrowErrorMatchingInlineSnapshot(`
"synth failed:
  [first/blog/web] no Service
  [second/wiki/web] a bad port
  [second/wiki/web] no Service"
`);
});

test('gives the directories sorted by path, whatever the order of their definition', () => {
  const app = new App();
  const docs = stackOf('docs', app);
  new Component(docs, 'wiki');
  new Component(docs, 'blog');
  new Component(stackOf('art', app), 'gallery');
  new StackDelivery(docs);
  expect(synth(app).map(({ path }) => path)).toEqual(['K8s/art/gallery', 'K8s/docs', 'K8s/docs/blog', 'K8s/docs/wiki']);
});

test('renders each object with the construct that made it, into the directory of its component', () => {
  const app = new App();
  const wiki = new Component(stackOf('docs', app), 'wiki');
  new k8s.KubeConfigMap(new Construct(wiki, 'inner'), 'config', { metadata: { name: 'pages' } });
  const [directory] = synth(app);
  expect(directory).toMatchObject({ path: 'K8s/docs/wiki', layer: 'K8s', stack: 'docs' });
  expect(directory?.rendered).toMatchObject([
    { constructPath: 'docs/wiki/inner/config', manifest: { kind: 'ConfigMap', metadata: { name: 'pages' } } },
  ]);
});

test('names the files that do not follow from kind and name, and lists none of them in a kustomization', () => {
  const app = new App();
  new StackDelivery(stackOf('docs', app));
  const [delivery] = synth(app);
  expect(delivery?.kustomization).toBeUndefined();
  expect(delivery?.rendered.map(({ fileName }) => fileName).sort()).toEqual(['applicationset.yaml', 'appproject.yaml']);
});
