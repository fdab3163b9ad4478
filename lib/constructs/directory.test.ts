import { App } from 'cdk8s';
import { k8s } from 'cdk8s-plus-30';
import { Construct } from 'constructs';
import { demoPlatform } from '../testing';
import { Directory, type DirectoryProps } from './directory';
import { manifestOf } from './manifest-of';

const all: Required<DirectoryProps> = {
  platform: demoPlatform(),
  layer: 'K8s',
  stack: 'docs',
  path: 'K8s/docs',
  labels: { team: 'writers' },
  fileNames: { ConfigMap: 'pages.yaml' },
};

test('brings every prop into what is written', () => {
  const directory = new Directory(new App(), 'docs', all);
  const { labels, ...kept } = all;
  new k8s.KubeConfigMap(directory, 'config', { metadata: { name: 'pages' } });
  expect(directory).toMatchObject(kept);
  expect(directory.objects.map(manifestOf)).toMatchObject([{ metadata: { name: 'pages', labels } }]);
});

test('holds the objects at any depth, in the order of their definition', () => {
  const directory = new Directory(new App(), 'docs', all);
  new k8s.KubeConfigMap(new Construct(directory, 'deep'), 'config', { metadata: { name: 'b' } });
  new k8s.KubeConfigMap(directory, 'config', { metadata: { name: 'a' } });
  expect(directory.objects.map(({ name }) => name)).toEqual(['b', 'a']);
});

test('finds all directories of the app from any construct, sorted by path', () => {
  const app = new App();
  const later = new Directory(app, 'one', { ...all, path: 'K8s/z' });
  new Directory(app, 'two', { ...all, path: 'IT/a' });
  expect(Directory.all(new Construct(later, 'inner')).map(({ path }) => path)).toEqual(['IT/a', 'K8s/z']);
});
