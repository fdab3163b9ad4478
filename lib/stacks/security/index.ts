import type { Construct } from 'constructs';
import { Stack } from '../../constructs/stack';
import { StackDelivery } from '../../constructs/stack-delivery';
import type { Platform } from '../../model/platform';
import { Trivy } from './trivy';

/** Scans of what runs in the cluster. */
export class Security extends Stack {
  constructor(scope: Construct, platform: Platform) {
    super(scope, 'security', { platform, layer: 'K8s' });

    new StackDelivery(this);
    new Trivy(this);
  }
}
