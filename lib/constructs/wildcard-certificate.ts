import { Construct } from 'constructs';
import { Certificate } from '../../imports/cert-manager.io';
import { CA_ISSUER } from './certificate-authority';

export interface WildcardCertificateProps {
  /** The Secret it is kept in; the Certificate has the same name. */
  readonly secretName: string;
  /** Domain it covers, with all names of one more label. */
  readonly suffix: string;
  /** Lifetime, as a Go duration. */
  readonly duration: string;
  /** How long before its end it is renewed, as a Go duration. */
  readonly renewBefore: string;
}

/** An explicit Certificate for a domain and its direct subdomains, signed by the platform's authority. */
export class WildcardCertificate extends Construct {
  constructor(scope: Construct, id: string, props: WildcardCertificateProps) {
    super(scope, id);
    const { secretName, suffix, duration, renewBefore } = props;
    new Certificate(this, 'Resource', {
      metadata: { name: secretName },
      spec: {
        secretName,
        dnsNames: [`*.${suffix}`, suffix],
        duration,
        renewBefore,
        issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: CA_ISSUER },
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
      },
    });
  }
}
