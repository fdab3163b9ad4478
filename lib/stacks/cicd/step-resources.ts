import type { Resources } from '../../model/workload';

/** What the containers of workflow steps request and may take. */
export const STEP_RESOURCES = {
  /** `init` and `wait`, which Argo Workflows adds to every step. */
  executor: { requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } },
  /** A step that says nothing of its own. */
  ordinary: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
  clone: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
  scan: { requests: { cpu: '250m', memory: '768Mi' }, limits: { cpu: '1', memory: '1536Mi' } },
  build: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '2Gi' } },
} as const satisfies Record<string, Resources>;
