/** Environments differ in replicas, retention, storage, and whether policies audit or enforce. */
export type Profile = 'demo' | 'staging' | 'prod';

/** How the Gateway gets its certificate: an annotation that cert-manager acts on, or an explicit Certificate. */
export type TlsMode = 'annotation' | 'certificate';

/** Wildcard DNS services that answer with the address embedded in the name. */
export type DnsProvider = 'nip.io' | 'sslip.io';

/** The stacks that can be switched on and off. */
export type StackName = 'platform' | 'observability' | 'cicd' | 'security';

/** What a user writes in `platform.ts`. Everything has a default but the things only the user knows. */
export interface Settings {
  /** Name of the cluster: a DNS label of at most 32 characters, as k3d demands. @default 'idp-demo' */
  readonly clusterName?: string;
  /** The repository that holds `IT/` and `K8s/`, as Argo CD clones it. */
  readonly repository: RepositorySettings;
  /** Where the platform is reached: an address behind a wildcard DNS service, or a domain of one's own. */
  readonly dns: EmbeddedDnsSettings | DomainSettings;
  /** @default 'annotation' */
  readonly tls?: TlsMode;
  /** Business labels of every object: legal label values, not empty. */
  readonly labels?: LabelSettings;
  /** @default 'demo' */
  readonly profile?: Profile;
  /** Stacks to leave out say `false`; `security` needs `observability`. @default - all on */
  readonly stacks?: Readonly<Partial<Record<StackName, boolean>>>;
  /** Where pods run. No pool's labels may all be on the nodes of another. */
  readonly nodePools?: NodePoolsSettings;
  /** Sizes of the volumes, as Kubernetes quantities of whole bytes: `5Gi`. @default - by profile */
  readonly storage?: StorageSettings;
  /** How long data is kept. @default - by profile: demo 2 days, staging 7, prod 30 */
  readonly retention?: RetentionSettings;
  readonly vault?: VaultSettings;
  /**
   * Values merged last into a component's Helm chart, by component: `{ loki: { loki: { … } } }`. Plain data, and no
   * secret: name the Secret that carries it. @default - none
   */
  readonly values?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface RepositorySettings {
  /** `https://`, `ssh://` or `git@host:path`, without credentials. */
  readonly url: string;
  /** Branch, tag or commit that Argo CD follows. @default 'main' */
  readonly revision?: string;
}

export interface EmbeddedDnsSettings {
  /** IPv4 address under which the Gateway is reached: `192.168.1.10`. */
  readonly ip: string;
  /** @default 'nip.io' */
  readonly provider?: DnsProvider;
}

export interface DomainSettings {
  /** Domain whose wildcard record points to the Gateway: `idp.example.com` serves `grafana.idp.example.com`. */
  readonly domain: string;
}

export interface LabelSettings {
  /** @default 'platform-team' */
  readonly owner?: string;
  /** @default 'infrastructure' */
  readonly 'business-unit'?: string;
  /** @default - the profile */
  readonly environment?: string;
}

export interface NodePoolsSettings {
  /** @default - 1 node labelled `node-role=control-plane`, tainted `node-role.kubernetes.io/control-plane:NoSchedule` */
  readonly controlPlane?: NodePoolSettings;
  /** Platform engines. @default - 1 node labelled `node-role=it-infra` */
  readonly infra?: NodePoolSettings;
  /** What the platform runs for its users. @default - 1 node labelled `node-role=k8s-workloads` */
  readonly workloads?: NodePoolSettings;
}

export interface NodePoolSettings {
  /** Number of nodes, at least one. @default 1 */
  readonly nodes?: number;
  /** Labels of the nodes; pods are placed by them. Not under `node-role.kubernetes.io`, which no kubelet may set. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Taints as `key=value:Effect` or `key:Effect`; what is placed on the pool tolerates them. */
  readonly taints?: readonly string[];
}

export interface StorageSettings {
  readonly prometheus?: string;
  readonly alertmanager?: string;
  readonly grafana?: string;
  readonly loki?: string;
  readonly vault?: string;
  readonly sonarqube?: string;
  readonly sonarqubeDatabase?: string;
  readonly trivy?: string;
  /** StorageClass of all of them. @default - the cluster's default class */
  readonly className?: string;
}

export interface RetentionSettings {
  /** Prometheus duration: `15d`. */
  readonly metrics?: string;
  /** Loki duration, whole days in hours: `168h`. */
  readonly logs?: string;
}

export interface VaultSettings {
  /** Mount of the KV v2 engine. @default 'secret' */
  readonly mount?: string;
  /** Mount of the Kubernetes auth method. @default 'kubernetes' */
  readonly authMount?: string;
  /** Where secrets live under the mount, by their use, one path each. @default - see SECRET_PATHS in lib/config */
  readonly paths?: Readonly<Partial<Record<SecretUse, string>>>;
  /** How Vault unseals itself. Profile `prod` needs it; without it a Job keeps the unseal keys in the cluster. */
  readonly autoUnseal?: AutoUnsealSettings;
}

/** What a secret in Vault is for. */
export type SecretUse =
  | 'argocdAdmin'
  | 'grafanaAdmin'
  | 'sonarqubeAdmin'
  | 'sonarqubeMonitoring'
  | 'sonarqubeDatabase'
  | 'dockerRegistry';

/** A seal stanza of Vault (developer.hashicorp.com/vault/docs/configuration/seal). Credentials come from the environment, never from here. */
export interface AutoUnsealSettings {
  readonly type: 'awskms' | 'gcpckms' | 'azurekeyvault' | 'transit';
  /** Parameters of the stanza: `{ region: 'eu-central-1', kms_key_id: '…' }`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Secret in Vault's namespace whose keys become environment variables of the server. @default - none */
  readonly credentialsSecret?: string;
}
