import { demoPlatform } from '../testing';
import { chartLabels, objectLabels } from './labels';

const platform = demoPlatform({ labels: { owner: 'us', environment: 'test' } });

test('labels an object with its component, its stack and the business labels', () => {
  expect(objectLabels(platform, 'docs', 'wiki')).toEqual({
    'app.kubernetes.io/part-of': 'idp',
    'app.kubernetes.io/name': 'wiki',
    'app.kubernetes.io/instance': 'docs-wiki',
    'app.kubernetes.io/component': 'docs',
    owner: 'us',
    'business-unit': 'infrastructure',
    environment: 'test',
  });
});

test('leaves the labels that selectors of a chart rely on to the chart, and those that it reserves', () => {
  expect(chartLabels(platform, ['app.kubernetes.io/part-of', 'owner'])).toEqual({
    'business-unit': 'infrastructure',
    environment: 'test',
  });
});
