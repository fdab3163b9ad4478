import type { StackName } from './settings';

/** The stacks that a stack cannot do without. Trivy's findings are read as metrics, through Prometheus and Grafana. */
export const STACK_NEEDS: Readonly<Record<StackName, readonly StackName[]>> = {
  platform: [],
  observability: [],
  cicd: [],
  security: ['observability'],
};
