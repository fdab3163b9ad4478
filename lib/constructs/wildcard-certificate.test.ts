import { manifestsOf, testComponent } from '../testing';
import { WildcardCertificate, type WildcardCertificateProps } from './wildcard-certificate';

const all: Required<WildcardCertificateProps> = {
  secretName: 'docs-cert',
  suffix: 'docs.example.com',
  duration: '48h0m0s',
  renewBefore: '12h0m0s',
};

test('covers the domain, which a wildcard does not, and all names of one more label', () => {
  const component = testComponent();
  new WildcardCertificate(component, 'certificate', all);
  expect(manifestsOf(component)['Certificate docs-cert']?.spec).toMatchObject({
    secretName: 'docs-cert',
    dnsNames: ['*.docs.example.com', 'docs.example.com'],
    duration: '48h0m0s',
    renewBefore: '12h0m0s',
    issuerRef: { kind: 'ClusterIssuer', name: 'ca-issuer' },
  });
});
