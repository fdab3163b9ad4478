import { App } from 'cdk8s';
import { HelmRelease } from '../../constructs/helm-release';
import { PRIORITY_CLASSES } from '../../constructs/priority-classes';
import { Stack } from '../../constructs/stack';
import type { TrivyOperatorValues } from '../../helm/trivy-operator/values';
import type { Settings } from '../../model/settings';
import type { Pod } from '../../model/workload';
import { allContainers, workloadPods } from '../../model/workload-pods';
import { demoPlatform } from '../../testing';
import { Trivy } from './trivy';

function build(settings: Partial<Settings> = {}) {
  const platform = demoPlatform(settings);
  const stack = new Stack(new App(), 'security', { platform, layer: 'K8s' });
  const release = HelmRelease.all(new Trivy(stack))[0] as HelmRelease<TrivyOperatorValues>;
  const pods = (manifests: typeof release.contents.objects) =>
    manifests.flatMap((manifest) => workloadPods(manifest, platform.nodePools)?.pod ?? []);
  const { objects, controllerMade } = release.contents;
  return { values: release.values, objects, engines: pods(objects), scans: pods(controllerMade) };
}

function expectSized(pod: Pod): void {
  expect(PRIORITY_CLASSES).toContain(pod.priorityClassName);
  for (const { resources } of allContainers(pod)) {
    expect(resources).toMatchObject({
      requests: { cpu: expect.any(String), memory: expect.any(String) },
      limits: { cpu: expect.any(String), memory: expect.any(String) },
    });
  }
}

test('runs the operator and its server, sized and ranked, in the pool of the engines', () => {
  const { engines } = build();
  expect(engines).toHaveLength(2);
  for (const pod of engines) {
    expectSized(pod);
    expect(pod.nodeSelector).toEqual({ 'node-role': 'it-infra' });
  }
});

test('scans two pods at a time, in the pool of the workloads', () => {
  const { scans } = build();
  expect(scans).toHaveLength(2);
  for (const pod of scans) {
    expectSized(pod);
    expect(pod.nodeSelector).toEqual({ 'node-role': 'k8s-workloads' });
    expect(pod.initContainers).toEqual([]);
  }
});

test('keeps the vulnerability database in a server, on a volume of the platform', () => {
  const { objects } = build({ storage: { trivy: '9Gi', className: 'fast' } });
  expect(objects.find(({ kind }) => kind === 'StatefulSet')).toMatchObject({
    metadata: { name: 'trivy-server', namespace: 'security' },
    spec: {
      volumeClaimTemplates: [{ spec: { storageClassName: 'fast', resources: { requests: { storage: '9Gi' } } } }],
    },
  });
  expect(objects).toContainEqual(
    expect.objectContaining({ kind: 'Service', metadata: expect.objectContaining({ name: 'trivy-service' }) }),
  );
});

test('scans every namespace but those of Kubernetes', () => {
  expect(build().values.excludeNamespaces).toBe('kube-system,kube-public,kube-node-lease');
});

test('checks no standard that needs files of the nodes, as it collects none', () => {
  const { values, objects } = build();
  expect(values.operator?.infraAssessmentScannerEnabled).toBe(false);
  const standards = objects
    .filter(({ kind }) => kind === 'ClusterComplianceReport')
    .map(({ metadata }) => metadata.name);
  expect(standards).toEqual(['k8s-nsa-1.0', 'k8s-pss-baseline-0.1', 'k8s-pss-restricted-0.1']);
});

test('gives a scan as much time as its Job', () => {
  const { operator, trivy } = build().values;
  expect(operator?.scanJobTimeout).toBe('10m');
  expect(trivy?.timeout).toBe('10m0s');
});

test('labels the pods of scans like everything else', () => {
  expect(build().values.trivyOperator?.scanJobPodTemplateLabels).toBe(
    'app.kubernetes.io/part-of=idp,owner=platform-team,business-unit=infrastructure,environment=demo',
  );
});

test('is monitored', () => {
  expect(build().objects.map(({ kind }) => kind)).toContain('ServiceMonitor');
});
