import { Component } from '../../constructs/component';
import { Governance } from '../../constructs/governance';
import type { Stack } from '../../constructs/stack';
import type { Platform } from '../../model/platform';
import type { StackName } from '../../model/settings';
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
    for (const namespace of [...BOOTSTRAP, ...stackNamespaces(stack.platform)]) {
      new Governance(this, namespace, { namespace });
    }
  }
}

function stackNamespaces(platform: Platform): string[] {
  return Object.entries(STACK_NAMESPACES)
    .filter(([stack]) => platform.stacks[stack as StackName])
    .map(([, namespace]) => namespace);
}
