import { manifestsOf, testComponent } from '../testing';
import { CA_ISSUER, CertificateAuthority, type CertificateAuthorityProps } from './certificate-authority';
import { LEAF } from './platform-gateway';

const all: Required<CertificateAuthorityProps> = { name: 'demo-ca', namespace: 'cert-manager' };

function authority() {
  const component = testComponent();
  new CertificateAuthority(component, 'authority', all);
  return manifestsOf(component);
}

const spec = (manifest: unknown) => (manifest as { spec: Record<string, unknown> }).spec;

test('chains a self-signed issuer, the authority and the issuer that signs with it', () => {
  const manifests = authority();
  const certificate = manifests['Certificate demo-ca'];
  expect(spec(certificate)).toMatchObject({
    isCA: true,
    issuerRef: { kind: 'ClusterIssuer', name: 'self-signed-issuer' },
  });
  expect(spec(manifests['ClusterIssuer self-signed-issuer'])).toEqual({ selfSigned: {} });
  expect(spec(manifests[`ClusterIssuer ${CA_ISSUER}`])).toEqual({ ca: { secretName: spec(certificate).secretName } });
  expect(certificate?.metadata.namespace).toBe('cert-manager');
});

test('outlives its leaves: one issued just before the authority renews renews before the authority ends', () => {
  const hours = (duration: unknown) => Number.parseInt(String(duration), 10);
  const { renewBefore } = spec(authority()['Certificate demo-ca']);
  expect(hours(LEAF.duration) - hours(LEAF.renewBefore)).toBeLessThanOrEqual(hours(renewBefore));
});
