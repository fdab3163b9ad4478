import type { Construct } from 'constructs';
import { Stack } from '../../constructs/stack';
import type { Platform } from '../../model/platform';
import { ArgoCd } from './argocd';
import { CertManager } from './cert-manager';
import { PlatformAuthority } from './certificate-authority';
import { Cilium } from './cilium';
import { Crds } from './crds';
import { ExternalSecrets } from './external-secrets';
import { GatewayEntry } from './gateway';
import { GitOps } from './gitops';
import { K3dCluster } from './k3d-cluster';
import { Namespaces } from './namespaces';
import { Priorities } from './priority-classes';
import { Vault } from './vault';

/** The bootstrap layer: what has to exist before Argo CD does, in the order in which it is applied. */
export class Bootstrap extends Stack {
  constructor(scope: Construct, platform: Platform) {
    super(scope, 'it', { platform, layer: 'IT', namespace: 'kube-system' });

    new K3dCluster(this, platform);
    new Crds(this);
    new Namespaces(this);
    new Priorities(this);
    new Cilium(this);
    new CertManager(this);
    new PlatformAuthority(this);
    new Vault(this);
    new ExternalSecrets(this);
    new ArgoCd(this);
    new GatewayEntry(this);
    new GitOps(this);
  }
}
