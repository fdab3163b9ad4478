import { Construct } from 'constructs';
import { PrometheusRule } from '../../../../imports/monitoring.coreos.com';
import { Component } from '../../../constructs/component';
import type { Platform } from '../../../model/platform';
import type { Alert, AlertGroup } from './alert';
import { applications } from './applications';
import { certificates } from './certificates';
import { logs } from './logs';
import { monitoring } from './monitoring';
import { policies } from './policies';
import { quotas } from './quotas';
import { scans } from './scans';
import { secrets } from './secrets';

const GROUPS: readonly AlertGroup[] = [applications, certificates, logs, monitoring, policies, quotas, scans, secrets];

/** The groups whose metrics are there. */
export function alertGroups({ stacks }: Platform): AlertGroup[] {
  return GROUPS.filter(({ needs }) => needs === undefined || stacks[needs]);
}

/** Alerts for what the platform promises, beside those that charts bring along. */
export class AlertRules extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    for (const { name, alerts } of alertGroups(Component.of(this).platform)) {
      const full = `platform-${name}`;
      new PrometheusRule(this, name, {
        metadata: { name: full },
        spec: { groups: [{ name: full, rules: alerts.map(rule) }] },
      });
    }
  }
}

function rule({ alert, expr, for: duration, severity, summary, runbook }: Alert) {
  return { alert, expr, for: duration, labels: { severity }, annotations: { summary, runbook } };
}
