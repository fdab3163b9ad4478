import { Lazy } from 'cdk8s';
import { k8s } from 'cdk8s-plus-30';
import { Construct } from 'constructs';
import { seedProblems } from '../model/vault-access';
import { Component } from './component';
import { type Bootstrapper, bootstrapFiles } from './vault-bootstrap/files';
import { bootstrapPod } from './vault-bootstrap/pod';
import { VaultSecret } from './vault-secret';
import { VaultSecretStore } from './vault-secret-store';

/** Name of all its objects, of its role and of its policy. */
const NAME = 'vault-bootstrap';

/** The Secret that keeps what Vault tells once. It is in no manifest: the Job makes it, and Argo CD never sees it. */
const KEYS_SECRET = 'vault-unseal';

/** Often enough to unseal a restarted Vault before anyone misses a secret: ESO retries, and Secrets stay as they are. */
const SCHEDULE = '*/5 * * * *';

export interface VaultBootstrapProps {
  /** Name of Vault's StatefulSet; the headless Service of its pods is `<name>-internal`. */
  readonly statefulSet: string;
  /** Servers, each of which is unsealed by itself. @default 1 */
  readonly servers?: number;
}

/**
 * Makes a Vault that is just installed usable, and keeps it so: a Job that initialises and unseals it, mounts the KV
 * store, enables Kubernetes auth, writes the policies and roles that the VaultSecretStores of the app need and fills in
 * the secrets that its VaultSecrets miss; and a CronJob that does the same again, for restarts and for new policies.
 *
 * The root token serves the first run only: it is revoked once the Job can log in as its own ServiceAccount, under a
 * policy that allows what the Job does. Who may read the Secret `vault-unseal` can make another one with its key.
 */
export class VaultBootstrap extends Construct {
  constructor(scope: Construct, id: string, props: VaultBootstrapProps) {
    super(scope, id);
    const { namespace, platform } = Component.of(this);
    const { servers = 1, statefulSet } = props;
    const self: Bootstrapper = {
      namespace,
      serviceAccountName: NAME,
      audience: 'vault',
      role: NAME,
      policy: NAME,
      keysSecret: KEYS_SECRET,
    };
    const nodes = Array.from(
      { length: servers },
      (_, index) => `http://${statefulSet}-${index}.${statefulSet}-internal.${namespace}.svc.cluster.local:8200`,
    );

    this.account(self);
    new k8s.KubeConfigMap(this, 'files', {
      metadata: { name: NAME },
      // Asked at synth, when every component has said what it reads.
      data: Lazy.any({
        produce: () => bootstrapFiles(platform, self, VaultSecretStore.all(this), VaultSecret.all(this)),
      }),
    });
    this.jobs({ metadata: { labels: { 'app.kubernetes.io/name': NAME } }, spec: bootstrapPod(platform, self, nodes) });
    this.node.addValidation({ validate: () => seedProblems(VaultSecret.all(this)) });
  }

  private account({ keysSecret, namespace }: Bootstrapper): void {
    new k8s.KubeServiceAccount(this, 'service-account', { metadata: { name: NAME } });
    new k8s.KubeRole(this, 'role', {
      metadata: { name: NAME },
      rules: [
        // A name cannot limit who may create: at that time there is none yet.
        { apiGroups: [''], resources: ['secrets'], verbs: ['create'] },
        { apiGroups: [''], resources: ['secrets'], resourceNames: [keysSecret], verbs: ['get', 'patch'] },
      ],
    });
    new k8s.KubeRoleBinding(this, 'role-binding', {
      metadata: { name: NAME },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: NAME },
      subjects: [{ kind: 'ServiceAccount', name: NAME, namespace }],
    });
  }

  private jobs(template: k8s.PodTemplateSpec): void {
    new k8s.KubeJob(this, 'Resource', {
      metadata: {
        name: NAME,
        // The template of a Job is immutable: Argo CD makes a new one each time it syncs, kubectl once the old one is gone.
        annotations: {
          'argocd.argoproj.io/hook': 'Sync',
          'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
        },
      },
      spec: { backoffLimit: 10, activeDeadlineSeconds: 1800, ttlSecondsAfterFinished: 600, template },
    });
    new k8s.KubeCronJob(this, 'repeat', {
      metadata: { name: NAME },
      spec: {
        schedule: SCHEDULE,
        concurrencyPolicy: 'Forbid',
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 1,
        jobTemplate: { spec: { backoffLimit: 0, activeDeadlineSeconds: 280, template } },
      },
    });
  }
}
