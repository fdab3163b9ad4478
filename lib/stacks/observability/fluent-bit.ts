import { Component } from '../../constructs/component';
import { HelmRelease } from '../../constructs/helm-release';
import { everyNode } from '../../constructs/placement';
import type { PriorityClassName } from '../../constructs/priority-classes';
import type { Stack } from '../../constructs/stack';
import { type FluentBitValues, fluentBit } from '../../helm/fluent-bit';
import { pipeline, STATE_DIRECTORY } from './fluent-bit-pipeline';

/** Sends the logs of every container on every node to Loki. */
export class FluentBit extends Component {
  constructor(stack: Stack) {
    super(stack, 'fluent-bit');
    new HelmRelease(this, 'release', { chart: fluentBit, values: values() });
  }
}

function values(): FluentBitValues {
  return {
    ...everyNode(),
    priorityClassName: 'platform-observability' satisfies PriorityClassName,
    resources: { requests: { cpu: '30m', memory: '48Mi' }, limits: { cpu: '150m', memory: '128Mi' } },
    testFramework: { enabled: false },
    // Root, who owns the log files, but with none of root's powers.
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
    config: pipeline(),
    ...volumes(),
    serviceMonitor: { enabled: true, path: '/api/v2/metrics/prometheus' },
  };
}

/** Without the chart's own `/etc/machine-id`, which nodes in containers do not have: a pod that mounts it never starts. */
function volumes(): Pick<FluentBitValues, 'daemonSetVolumes' | 'daemonSetVolumeMounts'> {
  return {
    daemonSetVolumes: [
      { name: 'logs', hostPath: { path: '/var/log' } },
      { name: 'state', hostPath: { path: STATE_DIRECTORY, type: 'DirectoryOrCreate' } },
    ],
    daemonSetVolumeMounts: [
      { name: 'logs', mountPath: '/var/log', readOnly: true },
      { name: 'state', mountPath: STATE_DIRECTORY },
    ],
  };
}
