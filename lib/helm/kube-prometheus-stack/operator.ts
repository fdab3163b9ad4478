import type { Manifest } from '../../model/manifest';
import type { Resources } from '../../model/workload';
import { clusterRbac, job, namespacedRbac, object, secret, service, serviceAccount, workload } from '../objects';
import { container, podFacts } from '../pod-values';
import { isOn } from '../switch';
import { type StackRelease, stackMonitor, stackName } from './stack-release';
import type { OperatorValues } from './values';

/** Container name of the operator: the chart's (`templates/prometheus-operator/deployment.yaml`). */
const CONTAINER = 'kube-prometheus-stack';

/** The Prometheus operator, its webhook and the certificate of that. */
export function operator(release: StackRelease): Manifest[] {
  const { namespace, values } = release;
  const operatorValues = values.prometheusOperator ?? {};
  if (!isOn(operatorValues)) return [];
  const name = `${stackName(release)}-operator`;
  return [
    serviceAccount(namespace, name),
    ...clusterRbac(name),
    service(namespace, name, [{ name: 'https', port: 443 }]),
    workload('Deployment', namespace, name, 1, {
      ...podFacts(operatorValues),
      serviceAccountName: name,
      containers: [container(CONTAINER, operatorValues.resources)],
    }),
    stackMonitor(release, name, 'https'),
    ...webhooks(release, operatorValues),
  ];
}

/** What the operator makes by itself: a Service that finds the kubelet of every node, and the webhook's certificate. */
export function madeByOperator(release: StackRelease): Manifest[] {
  const operatorValues = release.values.prometheusOperator ?? {};
  if (!isOn(operatorValues)) return [];
  const name = stackName(release);
  const ports = [
    { name: 'https-metrics', port: 10250 },
    { name: 'http-metrics', port: 10255 },
    { name: 'cadvisor', port: 4194 },
  ];
  return [
    service('kube-system', `${name}-kubelet`, ports),
    object('v1', 'Endpoints', `${name}-kubelet`, 'kube-system'),
    ...(isOn(operatorValues.admissionWebhooks)
      ? [secret(release.namespace, `${name}-admission`, ['ca.crt', 'tls.crt', 'tls.key'])]
      : []),
  ];
}

/** Containers of the config reloader in a pod of the operator's making (`pkg/operator/config_reloader.go`). */
export function configReloader({ values }: StackRelease, name: string): { name: string; resources?: Resources } {
  return container(name, values.prometheusOperator?.prometheusConfigReloader?.resources);
}

function webhooks(release: StackRelease, { admissionWebhooks = {} }: OperatorValues): Manifest[] {
  if (!isOn(admissionWebhooks)) return [];
  const name = `${stackName(release)}-admission`;
  const { certManager, patch } = admissionWebhooks;
  return [
    object('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', name),
    object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', name),
    ...(isOn(certManager, false) ? certificates(release, certManager?.issuerRef === undefined) : []),
    ...(isOn(patch) && !isOn(certManager, false) ? patchJobs(release, name) : []),
  ];
}

function certificates(release: StackRelease, ownIssuer: boolean): Manifest[] {
  const name = stackName(release);
  const issued = (kind: 'Certificate' | 'Issuer', suffix: string) =>
    object('cert-manager.io/v1', kind, `${name}-${suffix}`, release.namespace);
  const root = [
    issued('Issuer', 'self-signed-issuer'),
    issued('Certificate', 'root-cert'),
    issued('Issuer', 'root-issuer'),
  ];
  return [...(ownIssuer ? root : []), issued('Certificate', 'admission')];
}

function patchJobs({ namespace }: StackRelease, name: string): Manifest[] {
  return [
    serviceAccount(namespace, name),
    ...clusterRbac(name),
    ...namespacedRbac(namespace, name),
    ...['create', 'patch'].map((step) =>
      job(namespace, `${name}-${step}`, { serviceAccountName: name, containers: [container(step)] }),
    ),
  ];
}
