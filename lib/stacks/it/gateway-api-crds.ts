import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { schemaTables } from '../../../imports/schema-tables';
import { customResourceDefinition } from '../../import/custom-resource-definition';

/** The standard channel of the Gateway API, at the version that Cilium 1.18 is built for. */
export class GatewayApiCrds extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const table = schemaTables['gateway.networking.k8s.io']();
    for (const { metadata } of table.crds) {
      new ApiObject(this, metadata.name, customResourceDefinition(table, metadata.name));
    }
  }
}
