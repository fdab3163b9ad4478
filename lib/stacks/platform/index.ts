import type { Construct } from 'constructs';
import { Stack } from '../../constructs/stack';
import { StackDelivery } from '../../constructs/stack-delivery';
import type { Platform } from '../../model/platform';
import { STACK_NAMESPACES } from '../namespaces';
import { Policies } from './policies';
import { PolicyReporter } from './policy-reporter';

/** What every workload of the cluster has to keep to, and the reports about it. */
export class Policy extends Stack {
  constructor(scope: Construct, platform: Platform) {
    super(scope, 'platform', { platform, layer: 'K8s', namespace: STACK_NAMESPACES.platform });

    new StackDelivery(this);
    new Policies(this);
    new PolicyReporter(this);
  }
}
