import { buildApp } from './app';
import { bootstrapSteps } from './bootstrap';
import { demoPlatform, prodSettings } from './testing';

function commands(component: string, settings = {}): readonly string[] {
  const steps = bootstrapSteps(buildApp(demoPlatform(settings)));
  return steps.find((step) => step.component === component)?.commands ?? [];
}

test('applies as the field manager that Argo CD applies as, so that it alone owns every field', () => {
  const applied = bootstrapSteps(buildApp(demoPlatform())).map(({ commands: [first] }) => first);
  expect(applied.filter((command) => !command?.includes(' --server-side --field-manager=argocd-controller '))).toEqual(
    [],
  );
});

test.each([
  ['vault', ' kubectl -n vault-system apply '],
  ['argocd', ' kubectl -n argocd apply '],
])('puts what names no namespace where Argo CD would: %s', (component, applied) => {
  expect(commands(component)[0]).toContain(applied);
});

test.each(['namespaces', 'cilium', 'crds'])(
  'names no namespace where kubectl would refuse it, or none is needed: %s',
  (component) => {
    expect(commands(component)[0]).toContain(' kubectl apply ');
  },
);

test('waits until the API server trusts a webhook, which is later than the webhook runs', () => {
  expect(commands('cert-manager').slice(-2)).toEqual([
    "kubectl wait --for=jsonpath='{.webhooks[0].clientConfig.caBundle}' mutatingwebhookconfiguration/cert-manager-webhook --timeout=5m",
    "kubectl wait --for=jsonpath='{.webhooks[0].clientConfig.caBundle}' validatingwebhookconfiguration/cert-manager-webhook --timeout=5m",
  ]);
  expect(commands('external-secrets').filter((command) => command.includes('caBundle'))).toHaveLength(2);
});

test('waits for the Job that unseals Vault before it waits for Vault', () => {
  const [, job, servers] = commands('vault', prodSettings());
  expect(job).toContain('job/vault-bootstrap');
  expect(servers).toContain("'{.status.readyReplicas}'=3 statefulset/vault");
});
