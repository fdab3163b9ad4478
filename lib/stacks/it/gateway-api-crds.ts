import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { schemaTables } from '../../../imports/schema-tables';
import { customResourceDefinition } from '../../import/custom-resource-definition';

/** The CRDs of the Gateway API's standard channel, in the version that cdk8s.yaml pins, as plain manifests. */
export class GatewayApiCrds extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const table = schemaTables['gateway.networking.k8s.io']();
    for (const { metadata } of table.crds) {
      new ApiObject(this, metadata.name, { ...customResourceDefinition(table, metadata.name) });
    }
  }
}
