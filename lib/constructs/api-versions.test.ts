import { demoPlatform } from '../testing';
import { servesApi, toldApis } from './api-versions';

const platform = demoPlatform();

test('Kubernetes serves its stable versions and no beta', () => {
  expect(servesApi(platform, 'policy/v1')).toBe(true);
  expect(servesApi(platform, 'networking.k8s.io/v1/Ingress')).toBe(true);
  expect(servesApi(platform, 'policy/v1beta1')).toBe(false);
  expect(servesApi(platform, 'security.openshift.io/v1')).toBe(false);
});

test('a chart is told of the CRDs that the platform has, and of kinds', () => {
  const asked = [
    'policy/v1',
    'policy/v1/PodDisruptionBudget',
    'policy/v1beta1/PodDisruptionBudget',
    'monitoring.coreos.com/v1',
    'gateway.networking.k8s.io/v1/GatewayClass',
    'x.example/v1',
  ];
  expect(toldApis(platform, asked)).toEqual([
    'gateway.networking.k8s.io/v1/GatewayClass',
    'monitoring.coreos.com/v1',
    'policy/v1/PodDisruptionBudget',
  ]);
});

test('without observability no chart is told of monitors', () => {
  const silent = demoPlatform({ stacks: { observability: false, security: false } });
  expect(toldApis(silent, ['monitoring.coreos.com/v1'])).toEqual([]);
});
