import { type ChartValues, valueKeys, valueKeysText } from './value-keys';

const chart = (over: Partial<ChartValues> = {}): ChartValues => ({
  name: 'wiki',
  version: '1.0.0',
  defaults: {},
  read: [],
  dependencies: {},
  ...over,
});

test('knows what values.yaml shows and what templates read', () => {
  expect(valueKeys(chart({ defaults: { web: { port: 80 } }, read: ['web.host', 'tls.enabled'] }))).toEqual({
    tls: { enabled: null },
    web: { host: null, port: null },
  });
});

test('a map that is only read as a whole takes any key', () => {
  expect(valueKeys(chart({ defaults: { env: { A: '1' } }, read: ['env'] }))).toEqual({ env: null });
});

test('a map that is read as a whole and by key takes the keys that are known', () => {
  expect(valueKeys(chart({ defaults: { web: { port: 80 } }, read: ['web', 'web.port'] }))).toEqual({
    web: { port: null },
  });
});

test('a map that is empty by default takes any key, even where templates read one', () => {
  expect(valueKeys(chart({ defaults: { resources: {} }, read: ['resources.limits'] }))).toEqual({ resources: null });
});

test('puts the values of a dependency under its key, and takes any where nothing is known of it', () => {
  const defaults = { db: { enabled: true }, cache: { enabled: true } };
  const db = chart({ name: 'db', defaults: { size: '1Gi' } });
  expect(valueKeys(chart({ defaults, dependencies: { db, cache: undefined } }))).toEqual({
    cache: null,
    db: { enabled: null, size: null },
  });
});

test('writes one line a chart, sorted', () => {
  const lines = valueKeysText({ 'b@1.0.0': {}, 'a@1.0.0': {} }).split('\n');
  expect(lines.slice(3, 5)).toEqual(['"a@1.0.0": {},', '"b@1.0.0": {}']);
});
