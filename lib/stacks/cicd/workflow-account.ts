import { k8s } from 'cdk8s-plus-30';
import { Construct } from 'constructs';

export interface WorkflowAccountProps {
  /** Name of the ServiceAccount, its Role and its RoleBinding. */
  readonly name: string;
}

/** The ServiceAccount of a workflow whose steps need nothing from the API server: it may report their results, no more. */
export class WorkflowAccount extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, { name }: WorkflowAccountProps) {
    super(scope, id);
    this.name = name;

    new k8s.KubeServiceAccount(this, 'Resource', { metadata: { name } });
    new k8s.KubeRole(this, 'role', {
      metadata: { name },
      // What the executor needs (argo-workflows v3.7, docs/workflow-rbac.md).
      rules: [{ apiGroups: ['argoproj.io'], resources: ['workflowtaskresults'], verbs: ['create', 'patch'] }],
    });
    new k8s.KubeRoleBinding(this, 'binding', {
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name }],
    });
  }
}
