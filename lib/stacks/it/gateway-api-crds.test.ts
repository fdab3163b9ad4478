import { ApiObject, Testing } from 'cdk8s';
import { schemaTables } from '../../../imports/schema-tables';
import { customResourceDefinition } from '../../import/custom-resource-definition';
import { GatewayApiCrds } from './gateway-api-crds';

test('every CRD of the Gateway API is rendered, and nothing of it is lost on the way', () => {
  const crds = new GatewayApiCrds(Testing.chart(), 'crds').node.children.map((child) => ApiObject.of(child).toJson());
  const table = schemaTables['gateway.networking.k8s.io']();
  expect(crds).toEqual(table.crds.map(({ metadata }) => customResourceDefinition(table, metadata.name)));
});
