import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll, YAML11_SCHEMA } from 'js-yaml';
import { schemaTables } from '../../imports/schema-tables';
import type { SchemaTable } from '../model/schema-table';
import { type CustomResourceDefinition, customResourceDefinition } from './custom-resource-definition';
import { object } from './testing';

const MIRROR = join(__dirname, '../../../shared/crds');

/** Not pinned: the core API, what the platform does not install, and what is no CRD. */
const NOT_PINNED = /^(kubernetes|argo-events|pyrra)@|-jsonschema$/;

const tables: readonly SchemaTable[] = Object.values(schemaTables).map((load) => load());

const ROUTES: SchemaTable = {
  group: 'example.com',
  crds: [
    {
      source: 'example v1.0.0',
      metadata: { name: 'routes.example.com' },
      spec: {
        group: 'example.com',
        names: { kind: 'Route', plural: 'routes' },
        scope: 'Namespaced',
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: { openAPIV3Schema: object({ spec: { $ref: '#/$defs/RouteSpec' } }) },
          },
        ],
      },
      controllerSchemas: { v1: object({ spec: { $ref: '#/$defs/Endless' } }) },
    },
  ],
  $defs: {
    RouteSpec: object({ refs: { type: 'array', items: { $ref: '#/$defs/Ref' } }, last: { $ref: '#/$defs/Ref' } }),
    Ref: object({
      name: { type: 'string', 'x-kubernetes-validations': [{ rule: 'self != ""' }, { rule: 'a &&\nb' }] },
    }),
    Endless: object({ more: { $ref: '#/$defs/Endless' } }),
  },
};

test('schemas are written out, and only rules of several lines get the message that the API server wants', () => {
  const crd = customResourceDefinition(ROUTES, 'routes.example.com');
  const rules = [{ rule: 'self != ""' }, { rule: 'a &&\nb', message: 'failed rule' }];
  const ref = object({ name: { type: 'string', 'x-kubernetes-validations': rules } });
  expect(crd).toEqual({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'routes.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Route', plural: 'routes' },
      scope: 'Namespaced',
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: object({ spec: object({ refs: { type: 'array', items: ref }, last: ref }) }) },
        },
      ],
    },
  });
});

test('a name that the table does not have is a bug of the caller', () => {
  expect(() => customResourceDefinition(ROUTES, 'route.example.com')).toThrow(
    'no CRD "route.example.com" in the table of example.com',
  );
});

test('the Gateway API is the standard channel that Cilium asks for, approved as the API server wants it', () => {
  const table = schemaTables['gateway.networking.k8s.io']();
  const crds = table.crds.map(({ metadata }) => customResourceDefinition(table, metadata.name));
  expect(crds.map(({ metadata }) => metadata.name)).toEqual([
    'gatewayclasses.gateway.networking.k8s.io',
    'gateways.gateway.networking.k8s.io',
    'grpcroutes.gateway.networking.k8s.io',
    'httproutes.gateway.networking.k8s.io',
    'referencegrants.gateway.networking.k8s.io',
  ]);
  for (const { metadata } of crds) {
    expect(metadata.annotations).toMatchObject({
      'api-approved.kubernetes.io': expect.stringMatching(/^https:/),
      'gateway.networking.k8s.io/bundle-version': 'v1.3.0',
      'gateway.networking.k8s.io/channel': 'standard',
    });
  }
  expect(JSON.stringify(crds)).not.toMatch(/\$ref|"description":"/);
});

const mirrored = existsSync(MIRROR) ? readdirSync(MIRROR).filter((folder) => !NOT_PINNED.test(folder)) : [];
const withMirror = mirrored.length > 0 ? test.each(mirrored) : test.skip.each(['(no mirror of the CRDs here)']);

withMirror('every CRD of %s is made as upstream has it, but for prose', (folder) => {
  for (const file of readdirSync(join(MIRROR, folder))) {
    for (const upstream of upstreamCrds(join(MIRROR, folder, file))) {
      const table = tables.find(({ group }) => group === upstream.spec.group);
      if (!table) throw new Error(`no table of ${upstream.spec.group}`);
      expect(customResourceDefinition(table, upstream.metadata.name)).toStrictEqual(upstream);
    }
  }
});

/** Read without the code under test. */
function upstreamCrds(path: string): CustomResourceDefinition[] {
  return loadAll(readFileSync(path, 'utf8'), { schema: YAML11_SCHEMA })
    .filter((document) => document !== null)
    .map((document) => {
      const { status: _, ...crd } = withoutProse(document, false) as CustomResourceDefinition & { status?: unknown };
      const { creationTimestamp: __, ...metadata } = crd.metadata as typeof crd.metadata & {
        creationTimestamp?: unknown;
      };
      return { ...crd, metadata };
    });
}

const PROSE = ['description', 'example', 'message', 'deprecationWarning'];

/** `isFields`: the keys are names of fields. */
function withoutProse(value: unknown, isFields: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutProse(item, false));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isFields || !PROSE.includes(key))
      .map(([key, part]) => [
        key,
        key === 'default' && !isFields ? part : withoutProse(part, key === 'properties' && !isFields),
      ]),
  );
}
