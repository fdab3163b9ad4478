import { schemaTables } from '../../imports/schema-tables';
import { isClusterScoped } from './kubernetes';

test('knows the scope of every kind of the pinned CRDs', () => {
  const wrong = Object.values(schemaTables)
    .flatMap((load) => load().crds)
    .filter(({ spec }) => isClusterScoped(spec.group, spec.names.kind) !== (spec.scope === 'Cluster'))
    .map(({ spec }) => `${spec.group}/${spec.names.kind} is ${spec.scope}`);
  expect(wrong).toEqual([]);
});

test('knows built-in kinds, and takes others for namespaced', () => {
  expect(isClusterScoped('', 'Namespace')).toBe(true);
  expect(isClusterScoped('rbac.authorization.k8s.io', 'ClusterRole')).toBe(true);
  expect(isClusterScoped('', 'Service')).toBe(false);
  expect(isClusterScoped('example.com', 'Namespace')).toBe(false);
});
