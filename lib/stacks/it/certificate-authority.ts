import { CertificateAuthority } from '../../constructs/certificate-authority';
import { Component } from '../../constructs/component';
import type { Stack } from '../../constructs/stack';

/** The platform's own authority. A directory of its own, because cert-manager's webhook has to answer first. */
export class PlatformAuthority extends Component {
  constructor(stack: Stack) {
    super(stack, 'certificate-authority', { namespace: 'cert-manager' });
    new CertificateAuthority(this, 'authority', {
      name: `${this.platform.clusterName}-ca`,
      namespace: this.namespace,
    });
  }
}
