import type { PolicyDefinition } from './policy-definition';
import { propagateBusinessLabels } from './propagate-business-labels';
import { requireBusinessLabels } from './require-business-labels';
import { requireComponentLabels } from './require-component-labels';
import { requireImageTag } from './require-image-tag';
import { requireLimitRange } from './require-limit-range';
import { requireNamespaceLabels } from './require-namespace-labels';
import { requirePriorityClass } from './require-priority-class';
import { requireResourceQuota } from './require-resource-quota';
import { requireResources } from './require-resources';

/** The policies of the platform. */
export const POLICIES: readonly PolicyDefinition[] = [
  requireNamespaceLabels,
  propagateBusinessLabels,
  requireComponentLabels,
  requireBusinessLabels,
  requireResources,
  requirePriorityClass,
  requireImageTag,
  requireLimitRange,
  requireResourceQuota,
];
