import { Component } from '../../constructs/component';
import { GATEWAY, PlatformGateway } from '../../constructs/platform-gateway';
import type { Stack } from '../../constructs/stack';
import { NODE_PORTS } from './k3d-cluster';

/** The way into the platform: Gateway, certificate, and the redirect to https. */
export class GatewayEntry extends Component {
  constructor(stack: Stack) {
    super(stack, 'gateway', { namespace: GATEWAY.namespace });
    new PlatformGateway(this, 'gateway', {
      nodePorts: NODE_PORTS,
      home: `argocd.${this.platform.dnsSuffix}`,
    });
  }
}
