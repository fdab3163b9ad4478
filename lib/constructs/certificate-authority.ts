import { Construct } from 'constructs';
import { Certificate, ClusterIssuer } from '../../imports/cert-manager.io';

/** The ClusterIssuer that signs the platform's certificates. */
export const CA_ISSUER = 'ca-issuer';

const SELF_SIGNED = 'self-signed-issuer';

export interface CertificateAuthorityProps {
  /** Name of the authority's Certificate; its Secret is `<name>-secret`. */
  readonly name: string;
  /** cert-manager's cluster resource namespace, where a ClusterIssuer looks for its Secret. */
  readonly namespace: string;
}

/** A private authority: a self-signed issuer, the authority's own certificate, and the issuer that signs with it. */
export class CertificateAuthority extends Construct {
  readonly secretName: string;

  constructor(scope: Construct, id: string, props: CertificateAuthorityProps) {
    super(scope, id);
    const { name, namespace } = props;
    this.secretName = `${name}-secret`;

    new ClusterIssuer(this, 'self-signed', { metadata: { name: SELF_SIGNED }, spec: { selfSigned: {} } });
    new Certificate(this, 'certificate', {
      metadata: { name, namespace },
      spec: {
        isCA: true,
        commonName: name,
        secretName: this.secretName,
        // Ten years, renewed a year before: longer than any leaf still has to live when the authority is renewed.
        duration: '87600h0m0s',
        renewBefore: '8760h0m0s',
        // A new key would make every leaf distrusted at once.
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Never' },
        issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: SELF_SIGNED },
      },
    });
    new ClusterIssuer(this, 'Resource', {
      metadata: { name: CA_ISSUER },
      spec: { ca: { secretName: this.secretName } },
    });
  }
}
