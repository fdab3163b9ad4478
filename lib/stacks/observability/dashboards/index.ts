import { k8s } from 'cdk8s-plus-30';
import { Construct } from 'constructs';
import { Component } from '../../../constructs/component';
import { DASHBOARD_LABEL, dashboardJson } from './dashboard';
import { logs } from './logs';
import { platformOverview } from './platform-overview';

/** Dashboards of the platform's own, where Grafana's sidecar finds them. */
export class Dashboards extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { platform } = Component.of(this);
    const { label, labelValue } = DASHBOARD_LABEL;
    for (const dashboard of [platformOverview(platform), logs()]) {
      const { uid } = dashboard;
      new k8s.KubeConfigMap(this, uid, {
        metadata: { name: `dashboard-${uid}`, labels: { [label]: labelValue } },
        data: { [`${uid}.json`]: dashboardJson(dashboard) },
      });
    }
  }
}
