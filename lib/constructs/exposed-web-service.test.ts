import type { App } from 'cdk8s';
import { k8s } from 'cdk8s-plus-30';
import { synth } from '../synth';
import { manifestsOf, testComponent } from '../testing';
import { ExposedWebService, type ExposedWebServiceProps } from './exposed-web-service';

const all: Required<ExposedWebServiceProps> = { subdomain: 'wiki', service: 'wiki-server', port: 3000 };

function withService(port: number) {
  const component = testComponent();
  new k8s.KubeService(component, 'service', { metadata: { name: 'wiki-server' }, spec: { ports: [{ port }] } });
  return component;
}

test('routes <subdomain>.<dnsSuffix> on the https listener to the service', () => {
  const component = withService(3000);
  const web = new ExposedWebService(component, 'web', all);

  expect(web.url).toBe('https://wiki.127-0-0-1.nip.io');
  expect(manifestsOf(component)['HTTPRoute wiki']?.spec).toMatchInlineSnapshot(`
{
  "hostnames": [
    "wiki.127-0-0-1.nip.io",
  ],
  "parentRefs": [
    {
      "group": "gateway.networking.k8s.io",
      "kind": "Gateway",
      "name": "idp-gateway",
      "namespace": "kube-system",
      "sectionName": "https",
    },
  ],
  "rules": [
    {
      "backendRefs": [
        {
          "group": "",
          "kind": "Service",
          "name": "wiki-server",
          "port": 3000,
          "weight": 1,
        },
      ],
      "matches": [
        {
          "path": {
            "type": "PathPrefix",
            "value": "/",
          },
        },
      ],
    },
  ],
}
`);
  expect(() => synth(component.node.root as App)).not.toThrow();
});

test('takes port 80 when none is named', () => {
  const component = withService(80);
  new ExposedWebService(component, 'web', { subdomain: 'wiki', service: 'wiki-server' });
  expect(() => synth(component.node.root as App)).not.toThrow();
});

test('fails when the service has no such port', () => {
  const component = withService(80);
  new ExposedWebService(component, 'web', all);
  expect(() => synth(component.node.root as App)).toThrowErrorMatchingInlineSnapshot(`
"synth failed:
  [tested/part/web] no Service "wiki-server" with port 3000 in namespace "tested": it has 80; correct 'service' or 'port', or define the Service"
`);
});

test('fails when there is no such service in its namespace', () => {
  const component = testComponent();
  new ExposedWebService(component, 'web', all);
  expect(() => synth(component.node.root as App)).toThrowErrorMatchingInlineSnapshot(`
"synth failed:
  [tested/part/web] no Service "wiki-server" with port 3000 in namespace "tested": there is no such Service; correct 'service' or 'port', or define the Service"
`);
});
