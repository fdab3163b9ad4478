import type { Manifest } from '../../model/manifest';
import { object, secret, service, serviceAccount } from '../objects';
import { container, podFacts } from '../pod-values';
import { isOn } from '../switch';
import { configReloader } from './operator';
import { type StackRelease, stackMonitor, stackName } from './stack-release';
import { claimTemplate, statefulSet } from './stateful-set';

/** The Alertmanager object and what belongs to it. */
export function alertmanager(release: StackRelease): Manifest[] {
  if (!isOn(release.values.alertmanager)) return [];
  const { namespace } = release;
  const name = `${stackName(release)}-alertmanager`;
  return [
    serviceAccount(namespace, name),
    secret(namespace, `alertmanager-${name}`, ['alertmanager.yaml']),
    service(namespace, name, [
      { name: 'http-web', port: 9093 },
      { name: 'reloader-web', port: 8080 },
    ]),
    object('monitoring.coreos.com/v1', 'Alertmanager', name, namespace),
    stackMonitor(release, name, 'http-web'),
  ];
}

/** The StatefulSet that the operator makes of the Alertmanager object (`pkg/alertmanager/statefulset.go`). */
export function madeOfAlertmanager(release: StackRelease): Manifest[] {
  const { namespace, values } = release;
  if (!isOn(values.alertmanager)) return [];
  const { alertmanagerSpec: spec = {} } = values.alertmanager ?? {};
  const name = `${stackName(release)}-alertmanager`;
  return [
    service(namespace, 'alertmanager-operated', [
      { name: 'http-web', port: 9093 },
      { name: 'tcp-mesh', port: 9094 },
      { name: 'udp-mesh', port: 9094 },
    ]),
    statefulSet(namespace, `alertmanager-${name}`, {
      replicas: spec.replicas ?? 1,
      pod: {
        ...podFacts(spec),
        serviceAccountName: name,
        initContainers: [configReloader(release, 'init-config-reloader')],
        containers: [container('alertmanager', spec.resources), configReloader(release, 'config-reloader')],
      },
      claims: spec.storage === undefined ? [] : [claimTemplate(`${name}-db`, spec.storage.volumeClaimTemplate)],
    }),
  ];
}
