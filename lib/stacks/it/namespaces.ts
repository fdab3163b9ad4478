import { Component } from '../../constructs/component';
import { Governance, type GovernanceProps } from '../../constructs/governance';
import type { Stack } from '../../constructs/stack';
import type { Platform } from '../../model/platform';
import type { StackName } from '../../model/settings';
import { workflowDemand } from '../cicd/workflow-demand';
import { STACK_NAMESPACES } from '../namespaces';

/** Namespaces that the bootstrap needs itself. */
const BOOTSTRAP = ['argocd', 'cert-manager', 'external-secrets-system', 'vault-system'] as const;

/**
 * Every namespace with its limits and quota, for the stacks that are on. They act once, when a pod is admitted, so they
 * have to be there before any pod is.
 */
export class Namespaces extends Component {
  constructor(stack: Stack) {
    super(stack, 'namespaces');
    const props = [...BOOTSTRAP.map((namespace) => ({ namespace })), ...stackNamespaces(stack.platform)];
    for (const governed of props) new Governance(this, governed.namespace, governed);
  }
}

function stackNamespaces(platform: Platform): GovernanceProps[] {
  return Object.entries(STACK_NAMESPACES)
    .filter(([stack]) => platform.stacks[stack as StackName])
    .map(([stack, namespace]) => (stack === 'cicd' ? { namespace, extra: workflowDemand(platform) } : { namespace }));
}
