import { demoPlatform } from '../../testing';
import { parallelWorkflows, workflowDemand } from './workflow-demand';

const MI = 2 ** 20;

test('counts as many builds as run at once, with what Argo Workflows adds to each', () => {
  const platform = demoPlatform();
  expect(parallelWorkflows(platform)).toBe(2);
  const { limitsMemory, requestsCpu, requestsMemory } = workflowDemand(platform);
  expect(requestsCpu).toBeCloseTo(2 * 0.65);
  expect(requestsMemory).toBe(2 * (1024 + 128 + 64) * MI);
  expect(limitsMemory).toBe(2 * (2048 + 512 + 128) * MI);
});
