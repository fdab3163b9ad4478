import { podCompute } from './pod-resources';

const DEFAULTS = { defaultRequest: { cpu: '100m', memory: '64Mi' }, default: { cpu: '200m', memory: '128Mi' } };
const MI = 2 ** 20;

test('gives a container that says nothing the defaults of its namespace', () => {
  expect(podCompute({ containers: [{ name: 'a' }] }, DEFAULTS)).toEqual({
    requestsCpu: 0.1,
    requestsMemory: 64 * MI,
    limitsCpu: 0.2,
    limitsMemory: 128 * MI,
  });
});

test('takes the limit as the request where only the limit is said', () => {
  const pod = { containers: [{ name: 'a', resources: { limits: { cpu: '1', memory: '1Gi' } } }] };
  expect(podCompute(pod, DEFAULTS)).toMatchObject({ requestsCpu: 1, requestsMemory: 1024 * MI });
});

test('adds containers, and counts an init container only where it is larger than all of them', () => {
  const small = { requests: { cpu: '10m', memory: '10Mi' }, limits: { cpu: '10m', memory: '10Mi' } };
  const large = { requests: { cpu: '5m', memory: '100Mi' }, limits: { cpu: '5m', memory: '100Mi' } };
  const pod = {
    containers: [
      { name: 'a', resources: small },
      { name: 'b', resources: small },
    ],
    initContainers: [{ name: 'i', resources: large }],
  };
  expect(podCompute(pod, DEFAULTS)).toEqual({
    requestsCpu: 0.02,
    requestsMemory: 100 * MI,
    limitsCpu: 0.02,
    limitsMemory: 100 * MI,
  });
});
