import { Construct, type IConstruct } from 'constructs';
import { ExternalSecret } from '../../imports/external-secrets.io';
import type { Seed } from '../model/vault-seed';
import { Component } from './component';
import { VaultSecretStore } from './vault-secret-store';

export interface VaultSecretProps {
  /** Name of the ExternalSecret, and of the Secret unless `target` says otherwise. */
  readonly name: string;
  /** Path in Vault under the KV mount: `grafana/admin`. */
  readonly path: string;
  /** What is read: key of the Secret → property in Vault. */
  readonly keys: Readonly<Record<string, string>>;
  /** Who reads the Secret, in words for people. */
  readonly consumer: string;
  /**
   * The Secret's keys where they are more than what is read: ESO templates (engine v2) over `keys`. A key that is read
   * and is not named here is not in the Secret.
   * @default - the keys as they are read
   */
  readonly template?: Readonly<Record<string, string>>;
  /** How Vault's bootstrap fills a missing property. @default - 32 random letters and digits for each property */
  readonly seeds?: Readonly<Record<string, Seed>>;
  /** Type of the Secret. @default 'Opaque' */
  readonly type?: string;
  /** Labels of the Secret. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** A Secret that another owner makes and that the keys are merged into. @default - a Secret of its own */
  readonly mergeInto?: string;
}

const RANDOM: Seed = { kind: 'random', length: 32 };

/** A Secret whose values come from Vault, and never from a manifest. */
export class VaultSecret extends Construct {
  /** All secrets of the app that `construct` belongs to. */
  static all(construct: IConstruct): VaultSecret[] {
    return construct.node.root.node.findAll().filter((child) => child instanceof VaultSecret);
  }

  readonly namespace: string;
  readonly path: string;
  readonly consumer: string;
  /** The Secret it fills. */
  readonly secretName: string;
  /** Keys of that Secret that come from here. */
  readonly keys: readonly string[];
  /** Properties that have to be in Vault, and how the bootstrap fills a missing one. */
  readonly properties: readonly { readonly property: string; readonly seed: Seed }[];

  constructor(scope: Construct, id: string, props: VaultSecretProps) {
    super(scope, id);
    this.namespace = Component.of(this).namespace;
    this.path = props.path;
    this.consumer = props.consumer;
    this.secretName = props.mergeInto ?? props.name;
    this.keys = Object.keys(props.template ?? props.keys);
    const seeds: Readonly<Record<string, Seed>> = {
      ...Object.fromEntries(Object.values(props.keys).map((property) => [property, RANDOM])),
      ...props.seeds,
    };
    this.properties = Object.entries(seeds).map(([property, seed]) => ({ property, seed }));

    new ExternalSecret(this, 'Resource', { metadata: { name: props.name }, spec: this.spec(props) });
    this.node.addValidation({ validate: () => this.problems() });
  }

  /** Every default that the API server or ESO would fill in is written out, or Argo CD sees a difference for ever. */
  private spec(props: VaultSecretProps): ConstructorParameters<typeof ExternalSecret>[2]['spec'] {
    const { keys, labels, path, mergeInto, template, type } = props;
    return {
      refreshInterval: '1h0m0s',
      refreshPolicy: 'Periodic',
      secretStoreRef: { kind: 'SecretStore', name: VaultSecretStore.nameFor(this.namespace) },
      target: {
        name: this.secretName,
        creationPolicy: mergeInto === undefined ? 'Owner' : 'Merge',
        deletionPolicy: 'Retain',
        template: {
          engineVersion: 'v2',
          mergePolicy: 'Replace',
          // Present even when empty: without it ESO copies the labels and annotations of the ExternalSecret.
          metadata: labels === undefined ? {} : { labels },
          ...(type === undefined ? {} : { type }),
          data: template ?? Object.fromEntries(Object.keys(keys).map((key) => [key, `{{ index . "${key}" }}`])),
        },
      },
      data: Object.entries(keys).map(([secretKey, property]) => ({
        secretKey,
        remoteRef: {
          key: path,
          property,
          conversionStrategy: 'Default',
          decodingStrategy: 'None',
          metadataPolicy: 'None',
        },
      })),
    };
  }

  private problems(): string[] {
    if (VaultSecretStore.all(this).some((store) => store.namespace === this.namespace)) return [];
    return [`no VaultSecretStore in namespace "${this.namespace}"; define one in a component of that namespace`];
  }
}
