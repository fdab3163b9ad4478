import { demoPlatform, manifestsOf, testComponent } from '../testing';
import { PlatformGateway, type PlatformGatewayProps } from './platform-gateway';

const all: Required<PlatformGatewayProps> = {
  nodePorts: { http: 30080, https: 30443 },
  home: 'argocd.127-0-0-1.nip.io',
};

function gateway(platform = demoPlatform()) {
  const component = testComponent(platform);
  new PlatformGateway(component, 'gateway', all);
  return manifestsOf(component);
}

test('asks cert-manager for the certificate by annotation, and makes none itself', () => {
  const manifests = gateway();
  expect(manifests['Gateway idp-gateway']?.metadata.annotations).toMatchObject({
    'cert-manager.io/cluster-issuer': 'ca-issuer',
  });
  expect(manifests['Certificate idp-wildcard-cert']).toBeUndefined();
});

test('makes an explicit Certificate instead of the annotation, never both', () => {
  const manifests = gateway(demoPlatform({ tls: 'certificate' }));
  expect(manifests['Gateway idp-gateway']?.metadata.annotations).toBeUndefined();
  expect(manifests['Certificate idp-wildcard-cert']?.spec).toMatchObject({
    secretName: 'idp-wildcard-cert',
    dnsNames: ['*.127-0-0-1.nip.io', '127-0-0-1.nip.io'],
  });
});

test('has listeners for the bare domain and for all names of one more label, both with the one certificate', () => {
  const spec = gateway()['Gateway idp-gateway']?.spec as { listeners: { hostname: string; tls?: object }[] };
  const withTls = spec.listeners.filter(({ tls }) => tls !== undefined);
  expect(withTls.map(({ hostname }) => hostname)).toEqual(['*.127-0-0-1.nip.io', '127-0-0-1.nip.io']);
});

test('redirects plain http, on the http listener only', () => {
  expect(gateway()['HTTPRoute http-redirect']?.spec).toMatchObject({
    parentRefs: [{ name: 'idp-gateway', namespace: 'kube-system', sectionName: 'http' }],
    rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }],
  });
});

test('fixes the node ports under the port names that Cilium uses', () => {
  expect(gateway()['Service cilium-gateway-idp-gateway']?.spec).toMatchObject({
    type: 'NodePort',
    ports: [
      { name: 'port-80', nodePort: 30080 },
      { name: 'port-443', nodePort: 30443 },
    ],
  });
});

test('refers to parameters of the GatewayClass that exist', () => {
  const manifests = gateway();
  const spec = manifests['GatewayClass cilium-nodeport']?.spec as { parametersRef: { kind: string; name: string } };
  expect(manifests[`${spec.parametersRef.kind} ${spec.parametersRef.name}`]).toBeDefined();
});
