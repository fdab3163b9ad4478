import type { Construct } from 'constructs';
import { SecretStoreComponent } from '../../constructs/secret-store-component';
import { Stack } from '../../constructs/stack';
import { StackDelivery } from '../../constructs/stack-delivery';
import type { Platform } from '../../model/platform';
import { ArgoWorkflows } from './argo-workflows';
import { Sonarqube } from './sonarqube';

/** Builds and code analysis. */
export class CiCd extends Stack {
  constructor(scope: Construct, platform: Platform) {
    super(scope, 'cicd', { platform, layer: 'K8s' });

    new StackDelivery(this);
    new SecretStoreComponent(this);
    new ArgoWorkflows(this);
    new Sonarqube(this);
  }
}
