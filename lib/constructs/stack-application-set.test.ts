import { App } from 'cdk8s';
import type { Manifest } from '../model/manifest';
import { demoPlatform, manifestsOf } from '../testing';
import { Component } from './component';
import { Stack } from './stack';
import { StackApplicationSet, type StackApplicationSetProps } from './stack-application-set';

const all = (stack: Stack): Required<StackApplicationSetProps> => ({ stack, prune: false });

interface Spec {
  readonly syncPolicy: { readonly preserveResourcesOnDeletion: boolean };
  readonly template: {
    readonly spec: {
      readonly destination: { readonly namespace: string };
      readonly syncPolicy: { readonly automated: { readonly prune: boolean } };
    };
  };
}

function specOf(props = all, ...namespaces: (string | undefined)[]): Spec {
  const stack = new Stack(new App(), 'docs', { platform: demoPlatform(), layer: 'K8s', namespace: 'writing' });
  const [first] = [undefined, ...namespaces].map((namespace, index) =>
    namespace === undefined ? new Component(stack, `c${index}`) : new Component(stack, `c${index}`, { namespace }),
  );
  if (first === undefined) throw new Error('no component');
  new StackApplicationSet(first, 'applications', props(stack));
  const manifest: Manifest | undefined = manifestsOf(first)['ApplicationSet docs'];
  return manifest?.spec as Spec;
}

test('without prune neither a file nor a directory that goes takes anything out of the cluster', () => {
  const { syncPolicy, template } = specOf();
  expect(syncPolicy.preserveResourcesOnDeletion).toBe(true);
  expect(template.spec.syncPolicy.automated.prune).toBe(false);
});

test('prunes unless told otherwise', () => {
  const { syncPolicy, template } = specOf((stack) => ({ stack }) as Required<StackApplicationSetProps>);
  expect(syncPolicy.preserveResourcesOnDeletion).toBe(false);
  expect(template.spec.syncPolicy.automated.prune).toBe(true);
});

test('looks the namespace up by directory only where components have different ones', () => {
  expect(specOf(all).template.spec.destination.namespace).toBe('writing');
  expect(specOf(all, undefined, 'writing').template.spec.destination.namespace).toBe('writing');
  expect(specOf(all, 'kube-system').template.spec.destination.namespace).toBe(
    '{{ get (dict "c0" "writing" "c1" "kube-system") .path.basename }}',
  );
});
