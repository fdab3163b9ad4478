import { buildApp } from '../../app';
import { Component } from '../../constructs/component';
import type { Manifest } from '../../model/manifest';
import { demoPlatform, manifestsOf } from '../../testing';

function gitops(): Record<string, Manifest> {
  const app = buildApp(demoPlatform());
  const found = app.node.findAll().find(({ node }) => node.path === 'it/gitops');
  if (found === undefined) throw new Error('no component it/gitops');
  return manifestsOf(Component.of(found));
}

test('hands over to Argo CD: the root, and the ApplicationSet and project of the bootstrap itself', () => {
  expect(Object.keys(gitops()).sort()).toEqual([
    'AppProject it',
    'AppProject root',
    'Application root',
    'ApplicationSet it',
  ]);
});

test('keeps the bootstrap in line without ever taking a part of it away', () => {
  expect(gitops()['ApplicationSet it']?.spec).toMatchObject({
    generators: [{ git: { directories: [{ path: 'IT/*' }] } }],
    syncPolicy: { preserveResourcesOnDeletion: true },
    template: { spec: { project: 'it', syncPolicy: { automated: { prune: false, selfHeal: true } } } },
  });
});

test('has a namespace for every directory of the bootstrap', () => {
  const { spec } = gitops()['ApplicationSet it'] as { spec?: object };
  const components = buildApp(demoPlatform())
    .node.findAll()
    .filter((child) => Component.isComponent(child))
    .filter(({ layer }) => layer === 'IT');
  for (const { node, namespace } of components) {
    const destination = { namespace: expect.stringContaining(`"${node.id}" "${namespace}"`) };
    expect(spec).toMatchObject({ template: { spec: { destination } } });
  }
});
