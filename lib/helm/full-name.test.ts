import { cutName, fullName } from './full-name';

test('joins release and chart, unless the release says the chart already', () => {
  expect(fullName('prometheus', 'grafana')).toBe('prometheus-grafana');
  expect(fullName('loki', 'loki')).toBe('loki');
  expect(fullName('my-loki-2', 'loki')).toBe('my-loki-2');
});

test('cuts to the length that leaves room for suffixes', () => {
  expect(fullName('prometheus', 'kube-prometheus-stack', 26)).toBe('prometheus-kube-prometheus');
});

test('drops a dash that the cut left at the end, as trimSuffix does: one only', () => {
  expect(cutName('abc-def', 4)).toBe('abc');
  expect(cutName('abc--def', 5)).toBe('abc-');
});
