import { demoPlatform, manifestsOf, testComponent } from '../testing';
import { RootApplication } from './root-application';

const repository = { url: 'https://git.example.com/idp.git', revision: 'v7' };

function root() {
  const component = testComponent(demoPlatform({ repository }));
  new RootApplication(component, 'root');
  return manifestsOf(component);
}

test('follows the repository at its revision, and belongs to a project that is there', () => {
  expect(root()['Application root']).toMatchObject({
    metadata: { namespace: 'argocd' },
    spec: { project: 'root', source: { repoURL: repository.url, targetRevision: 'v7', path: 'K8s' } },
  });
  expect(root()['AppProject root']).toMatchObject({
    metadata: { namespace: 'argocd' },
    spec: { sourceRepos: [repository.url] },
  });
});

test('may touch what hands the stacks over, and nothing else', () => {
  const { spec } = root()['AppProject root'] as { spec?: Record<string, unknown> };
  expect(spec?.clusterResourceWhitelist).toBeUndefined();
  expect(spec?.namespaceResourceWhitelist).toEqual([
    { group: 'argoproj.io', kind: 'ApplicationSet' },
    { group: 'argoproj.io', kind: 'AppProject' },
  ]);
});
