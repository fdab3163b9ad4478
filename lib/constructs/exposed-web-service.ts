import { Construct } from 'constructs';
import { HTTPRoute } from '../../imports/gateway.networking.k8s.io';
import { Component } from './component';
import { servicePorts } from './contents';
import { GATEWAY, HTTPS_LISTENER } from './platform-gateway';

export interface ExposedWebServiceProps {
  /** First label of the hostname: `grafana` gives `grafana.<dnsSuffix>`. */
  readonly subdomain: string;
  /** Name of the Service that answers, in the component's own namespace. */
  readonly service: string;
  /** Port of that Service, over which it speaks plain HTTP. @default 80 */
  readonly port?: number;
}

/** Publishes a Service on the platform's gateway over https, under a hostname of its own. */
export class ExposedWebService extends Construct {
  readonly hostname: string;
  /** Where a browser finds it, without a slash at the end. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: ExposedWebServiceProps) {
    super(scope, id);
    const { platform, namespace } = Component.of(this);
    const { subdomain, service, port = 80 } = props;
    this.hostname = `${subdomain}.${platform.dnsSuffix}`;
    this.url = `https://${this.hostname}`;

    new HTTPRoute(this, 'Resource', {
      metadata: { name: subdomain },
      spec: {
        // Without the section name the route attaches to the http listener too, and wins over its redirect.
        parentRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', ...GATEWAY, sectionName: HTTPS_LISTENER }],
        hostnames: [this.hostname],
        rules: [
          {
            matches: [{ path: { type: 'PathPrefix', value: '/' } }],
            backendRefs: [{ group: '', kind: 'Service', name: service, port, weight: 1 }],
          },
        ],
      },
    });

    // Asked at synth, because the Service may be defined after its route.
    this.node.addValidation({
      validate: () => {
        const ports = servicePorts(this, namespace, service);
        if (ports.includes(port)) return [];
        const found = ports.length > 0 ? `it has ${ports.join(', ')}` : 'there is no such Service';
        return [
          `no Service "${service}" with port ${port} in namespace "${namespace}": ${found}; correct 'service' or 'port', or define the Service`,
        ];
      },
    });
  }
}
