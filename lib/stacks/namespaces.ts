import type { StackName } from '../model/settings';

/** The namespace of each stack. */
export const STACK_NAMESPACES: Readonly<Record<StackName, string>> = {
  platform: 'kyverno-system',
  observability: 'observability',
  cicd: 'cicd',
  security: 'security',
};
