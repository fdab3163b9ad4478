import { k8s } from 'cdk8s-plus-30';
import { Construct } from 'constructs';
import { CiliumGatewayClassConfig } from '../../imports/cilium.io';
import { Gateway, GatewayClass, HTTPRoute } from '../../imports/gateway.networking.k8s.io';
import { CA_ISSUER } from './certificate-authority';
import { Component } from './component';
import { WildcardCertificate } from './wildcard-certificate';

/** Name and namespace of the one Gateway that all routes attach to. */
export const GATEWAY = { name: 'idp-gateway', namespace: 'kube-system' } as const;

/** The listener that application routes name. */
export const HTTPS_LISTENER = 'https';

/** Secret of the wildcard certificate, beside the Gateway. */
export const WILDCARD_SECRET = 'idp-wildcard-cert';

/** Lifetime of the wildcard certificate: 90 days, renewed 30 days before its end. */
export const LEAF = { duration: '2160h0m0s', renewBefore: '720h0m0s' } as const;

const CLASS = 'cilium-nodeport';
const HTTP_LISTENER = 'http';
const APEX_LISTENER = 'https-apex';

export interface PlatformGatewayProps {
  /** Node ports that the host's ports 80 and 443 are mapped to. */
  readonly nodePorts: { readonly http: number; readonly https: number };
  /** Host that the bare domain redirects to: `argocd.<dnsSuffix>`. */
  readonly home: string;
}

/**
 * The way into the platform: a GatewayClass of Cilium with NodePorts, the Gateway with its wildcard certificate, and
 * the redirect of plain http to https.
 */
export class PlatformGateway extends Construct {
  constructor(scope: Construct, id: string, props: PlatformGatewayProps) {
    super(scope, id);
    const { platform } = Component.of(this);
    const suffix = platform.dnsSuffix;

    this.gatewayClass();
    new Gateway(this, 'Resource', {
      metadata: { name: GATEWAY.name, annotations: platform.tls === 'annotation' ? issuerAnnotations() : {} },
      spec: {
        gatewayClassName: CLASS,
        listeners: [
          // The same hostname as https: Cilium up to 1.19 drops routes of a listener without one (cilium#44123).
          {
            name: HTTP_LISTENER,
            port: 80,
            protocol: 'HTTP',
            hostname: `*.${suffix}`,
            allowedRoutes: fromNamespaces('Same'),
          },
          httpsListener(HTTPS_LISTENER, `*.${suffix}`, 'All'),
          // A listener of its own, because cert-manager takes the names of the certificate from the listeners.
          httpsListener(APEX_LISTENER, suffix, 'Same'),
        ],
      },
    });
    if (platform.tls === 'certificate') {
      new WildcardCertificate(this, 'certificate', { secretName: WILDCARD_SECRET, suffix, ...LEAF });
    }

    this.redirect('http-redirect', HTTP_LISTENER, `*.${suffix}`, { scheme: 'https', statusCode: 301 });
    this.redirect('apex-redirect', APEX_LISTENER, suffix, { hostname: props.home, statusCode: 302 });
    this.fixNodePorts(props.nodePorts);
  }

  private gatewayClass(): void {
    new CiliumGatewayClassConfig(this, 'class-config', {
      metadata: { name: CLASS },
      spec: {
        service: { type: 'NodePort', externalTrafficPolicy: 'Cluster', loadBalancerSourceRangesPolicy: 'Allow' },
      },
    });
    new GatewayClass(this, 'class', {
      metadata: { name: CLASS },
      spec: {
        controllerName: 'io.cilium/gateway-controller',
        parametersRef: {
          group: 'cilium.io',
          kind: 'CiliumGatewayClassConfig',
          name: CLASS,
          namespace: GATEWAY.namespace,
        },
      },
    });
  }

  private redirect(
    name: string,
    listener: string,
    hostname: string,
    requestRedirect: { scheme?: 'https'; hostname?: string; statusCode: 301 | 302 },
  ): void {
    new HTTPRoute(this, name, {
      metadata: { name },
      spec: {
        parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', ...GATEWAY, sectionName: listener }],
        hostnames: [hostname],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            filters: [{ type: 'RequestRedirect', requestRedirect }],
          },
        ],
      },
    });
  }

  /**
   * A CiliumGatewayClassConfig cannot say which node ports to take. Cilium patches the Service of a Gateway where it
   * exists (`ensureService` in operator/pkg/gateway-api), and the API server keeps the node port of a port whose name
   * stays, so the ports are fixed by making that Service first. Port names are Cilium's: `port-<number>`.
   */
  private fixNodePorts({ http, https }: PlatformGatewayProps['nodePorts']): void {
    new k8s.KubeService(this, 'service', {
      metadata: { name: `cilium-gateway-${GATEWAY.name}` },
      spec: {
        type: 'NodePort',
        externalTrafficPolicy: 'Cluster',
        ports: [
          { name: 'port-80', port: 80, targetPort: k8s.IntOrString.fromNumber(80), protocol: 'TCP', nodePort: http },
          {
            name: 'port-443',
            port: 443,
            targetPort: k8s.IntOrString.fromNumber(443),
            protocol: 'TCP',
            nodePort: https,
          },
        ],
      },
    });
  }
}

/** cert-manager makes the Certificate of an annotated Gateway, named after the listeners' Secret. */
function issuerAnnotations(): Record<string, string> {
  return {
    'cert-manager.io/cluster-issuer': CA_ISSUER,
    'cert-manager.io/duration': LEAF.duration,
    'cert-manager.io/renew-before': LEAF.renewBefore,
  };
}

function httpsListener(name: string, hostname: string, from: 'All' | 'Same') {
  return {
    name,
    port: 443,
    protocol: 'HTTPS',
    hostname,
    allowedRoutes: fromNamespaces(from),
    tls: { mode: 'Terminate', certificateRefs: [{ group: '', kind: 'Secret', name: WILDCARD_SECRET }] },
  } as const;
}

function fromNamespaces(from: 'All' | 'Same') {
  return { namespaces: { from } } as const;
}
