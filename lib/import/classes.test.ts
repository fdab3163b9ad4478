import { Testing } from 'cdk8s';
import { Certificate } from '../../imports/cert-manager.io';
import { HTTPRoute, type HTTPRouteSpec } from '../../imports/gateway.networking.k8s.io';
import { ClusterPolicy } from '../../imports/kyverno.io';

test('a class is called as its kind and knows its group and version', () => {
  expect(HTTPRoute.name).toBe('HTTPRoute');
  expect(HTTPRoute.gvk).toEqual({ apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' });
});

test('a class writes exactly what it is given: unknown fields, empty lists, numbers and strings as they are', () => {
  const spec = { hostnames: [], rules: [{ name: '', unknown: { a: [0, false, ''] } }], zone: '010' };
  const route = new HTTPRoute(Testing.chart(), 'route', {
    metadata: { name: 'web' },
    spec: spec as object as HTTPRouteSpec,
  });
  expect(route.toJson()).toEqual({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'web' },
    spec,
  });
});

test('free-form fields take any JSON, and dates stay text', () => {
  const pattern = { spec: { containers: [{ image: '!*:latest', '=(ports)': [{ '=(hostPort)': 0 }] }] } };
  const rules = [
    { name: 'a', match: { any: [{ resources: { kinds: ['Pod'] } }] }, validate: { message: 'm', pattern } },
  ];
  const policy = new ClusterPolicy(Testing.chart(), 'policy', { metadata: { name: 'a' }, spec: { rules } });
  expect(policy.toJson().spec.rules[0].validate.pattern).toEqual(pattern);
});

test('what a caller gives besides the props cannot change the kind', () => {
  const props = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'a' },
    spec: { secretName: 'a', issuerRef: { name: 'b' } },
  };
  expect(new Certificate(Testing.chart(), 'a', props).toJson()).toMatchObject(Certificate.gvk);
});
