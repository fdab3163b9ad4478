import type { Platform } from '../model/platform';

/** What every object of the platform is part of. */
export const PART_OF = 'idp';

/**
 * Labels of every object of a component: the recommended ones of Kubernetes and the business labels.
 * Argo CD tracks by annotation, so that `app.kubernetes.io/instance` is free for use.
 */
export function objectLabels(platform: Platform, stack: string, name: string): Record<string, string> {
  return {
    'app.kubernetes.io/part-of': PART_OF,
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/instance': `${stack}-${name}`,
    'app.kubernetes.io/component': stack,
    ...platform.labels,
  };
}

/** Labels for what a Helm chart renders: name, instance and component are the chart's own, and its selectors rely on them. */
export function chartLabels(platform: Platform, reserved: readonly string[]): Record<string, string> {
  const labels = { 'app.kubernetes.io/part-of': PART_OF, ...platform.labels };
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !reserved.includes(key)));
}
