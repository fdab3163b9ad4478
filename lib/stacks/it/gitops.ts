import { ARGO_CD_NAMESPACE } from '../../constructs/argo-cd';
import { Component } from '../../constructs/component';
import { RootApplication } from '../../constructs/root-application';
import type { Stack } from '../../constructs/stack';
import { StackApplicationSet } from '../../constructs/stack-application-set';
import { StackProject } from '../../constructs/stack-project';

/** Hands the platform over to Argo CD: the root Application, and the ApplicationSet that keeps this layer in line. */
export class GitOps extends Component {
  constructor(stack: Stack) {
    super(stack, 'gitops', { namespace: ARGO_CD_NAMESPACE });
    new RootApplication(this, 'root');
    new StackProject(this, 'project', { stack });
    // Never pruned: a mistake in this layer must not take the network, Vault or Argo CD itself away.
    new StackApplicationSet(this, 'applications', { stack, prune: false });
  }
}
