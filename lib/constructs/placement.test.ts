import { demoPlatform } from '../testing';
import { everyNode, placeOn } from './placement';

const platform = demoPlatform({
  nodePools: { infra: { labels: { disk: 'ssd' }, taints: ['infra=true:NoSchedule', 'spot:NoExecute'] } },
});

test('places pods by the labels of the pool and tolerates exactly its taints', () => {
  expect(placeOn(platform, 'infra')).toEqual({
    nodeSelector: { disk: 'ssd' },
    tolerations: [
      { key: 'infra', operator: 'Equal', value: 'true', effect: 'NoSchedule' },
      { key: 'spot', operator: 'Exists', effect: 'NoExecute' },
    ],
  });
});

test('tolerates nothing on a pool without taints', () => {
  expect(placeOn(platform, 'workloads').tolerations).toEqual([]);
});

test('runs on every node whatever its taints, without a node selector', () => {
  expect(everyNode()).toEqual({ tolerations: [{ operator: 'Exists' }] });
});
