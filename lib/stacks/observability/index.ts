import type { Construct } from 'constructs';
import { SecretStoreComponent } from '../../constructs/secret-store-component';
import { Stack } from '../../constructs/stack';
import { StackDelivery } from '../../constructs/stack-delivery';
import type { Platform } from '../../model/platform';
import { FluentBit } from './fluent-bit';
import { KubePrometheusStack } from './kube-prometheus-stack';
import { Loki } from './loki';

/** Metrics, logs and dashboards. */
export class Observability extends Stack {
  constructor(scope: Construct, platform: Platform) {
    super(scope, 'observability', { platform, layer: 'K8s' });

    new StackDelivery(this);
    new SecretStoreComponent(this);
    new KubePrometheusStack(this);
    new Loki(this);
    new FluentBit(this);
  }
}
