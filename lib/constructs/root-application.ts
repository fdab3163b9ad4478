import { Construct } from 'constructs';
import { Application, AppProject } from '../../imports/argoproj.io';
import { ARGO_CD_NAMESPACE, inCluster, RETRY, SYNC_OPTIONS } from './argo-cd';
import { Component } from './component';

/** Name of the Application, and of the project it alone belongs to. */
const ROOT = 'root';

/** The Application that is applied by hand, once: it keeps the ApplicationSet and the AppProject of every stack in line. */
export class RootApplication extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { repository } = Component.of(this).platform;

    new AppProject(this, 'project', {
      metadata: { name: ROOT, namespace: ARGO_CD_NAMESPACE },
      spec: {
        description: 'ApplicationSets and AppProjects of the stacks',
        sourceRepos: [repository.url],
        destinations: [inCluster(ARGO_CD_NAMESPACE)],
        namespaceResourceWhitelist: [
          { group: 'argoproj.io', kind: 'ApplicationSet' },
          { group: 'argoproj.io', kind: 'AppProject' },
        ],
      },
    });
    new Application(this, 'Resource', {
      metadata: { name: ROOT, namespace: ARGO_CD_NAMESPACE },
      spec: {
        project: ROOT,
        source: {
          repoURL: repository.url,
          targetRevision: repository.revision,
          path: 'K8s',
          // Matched against the path below `K8s`; the components of the stacks are the ApplicationSets' business.
          directory: { recurse: true, include: '{*/applicationset.yaml,*/appproject.yaml}' },
        },
        destination: inCluster(ARGO_CD_NAMESPACE),
        syncPolicy: {
          automated: { prune: true, selfHeal: true },
          syncOptions: [...SYNC_OPTIONS],
          retry: RETRY,
        },
      },
    });
  }
}
