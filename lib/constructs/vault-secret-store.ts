import { k8s } from 'cdk8s-plus-30';
import { Construct, type IConstruct } from 'constructs';
import { SecretStore } from '../../imports/external-secrets.io';
import { Component } from './component';

/** Where the platform's Vault answers inside the cluster. */
export const VAULT_SERVER = 'http://vault.vault-system.svc.cluster.local:8200';

/** The ServiceAccount that ESO acts as, one in each namespace with a store. */
const SERVICE_ACCOUNT = 'external-secrets';
const AUDIENCE = 'vault';

/**
 * Lets one namespace read from Vault: the SecretStore `vault-<namespace>`, the ServiceAccount it logs in with, and the
 * role and policy that Vault's bootstrap makes for it.
 */
export class VaultSecretStore extends Construct {
  /** All stores of the app that `construct` belongs to. */
  static all(construct: IConstruct): VaultSecretStore[] {
    return construct.node.root.node.findAll().filter((child) => child instanceof VaultSecretStore);
  }

  /** Name of the store of a namespace. */
  static nameFor(namespace: string): string {
    return `vault-${namespace}`;
  }

  readonly namespace: string;
  readonly serviceAccountName = SERVICE_ACCOUNT;
  readonly audience = AUDIENCE;
  /** The role of Vault's Kubernetes auth method that it logs in with. */
  readonly role: string;
  /** The policy of that role. */
  readonly policy: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { namespace, platform } = Component.of(this);
    this.namespace = namespace;
    this.role = `eso-${namespace}`;
    this.policy = `eso-${namespace}`;

    new k8s.KubeServiceAccount(this, 'service-account', { metadata: { name: SERVICE_ACCOUNT } });
    new SecretStore(this, 'Resource', {
      metadata: { name: VaultSecretStore.nameFor(namespace) },
      spec: {
        provider: {
          vault: {
            server: VAULT_SERVER,
            path: platform.vault.mount,
            version: 'v2',
            auth: {
              kubernetes: {
                mountPath: platform.vault.authMount,
                role: this.role,
                serviceAccountRef: { name: SERVICE_ACCOUNT, audiences: [AUDIENCE] },
              },
            },
          },
        },
      },
    });
  }
}
