import { Component } from '../../constructs/component';
import { HelmRelease } from '../../constructs/helm-release';
import type { Stack } from '../../constructs/stack';
import { prometheusOperatorCrds } from '../../helm/prometheus-operator-crds';
import { GatewayApiCrds } from './gateway-api-crds';

/** CRDs that others look for when they start: Cilium and cert-manager the Gateway API, Helm charts the monitors. */
export class Crds extends Component {
  constructor(stack: Stack) {
    super(stack, 'crds');
    new GatewayApiCrds(this, 'gateway-api');
    if (this.platform.stacks.observability) {
      new HelmRelease(this, 'release', { chart: prometheusOperatorCrds, values: {} });
    }
  }
}
