import type { Resources } from '../../model/workload';
import type { PodValues } from '../pod-values';

export interface ArgoCdValues {
  readonly crds?: { readonly install?: boolean };
  readonly global: PodValues & {
    /** Where the UI is reached; becomes `url` of argocd-cm with `https://` in front. */
    readonly domain: string;
    readonly logging?: { readonly format?: 'text' | 'json'; readonly level?: string };
  };
  readonly configs: {
    /** Keys of argocd-cm. */
    readonly cm: Readonly<Record<string, string | boolean>>;
    /** Keys of argocd-cmd-params-cm. */
    readonly params: Readonly<Record<string, string | boolean>>;
    /** The Secret argocd-secret, which Argo CD fills in by itself. */
    readonly secret: { readonly createSecret: boolean };
  };
  readonly controller?: ArgoCdPart;
  readonly server?: ArgoCdPart;
  readonly repoServer?: ArgoCdPart & { readonly copyutil?: { readonly resources?: Resources } };
  readonly applicationSet?: ArgoCdPart;
  /** On by default. */
  readonly notifications?: ArgoCdPart & { readonly enabled?: boolean };
  /** On by default. */
  readonly dex?: ArgoCdPart & { readonly enabled?: boolean; readonly initImage?: { readonly resources?: Resources } };
  readonly redis?: PodValues & { readonly enabled?: boolean };
  /** A Job, and Helm hook, that makes the Secret argocd-redis with a random password. */
  readonly redisSecretInit?: PodValues & { readonly enabled?: boolean };
  /** Replaces `redis`. A subchart (redis-ha 4.33.7) that knows nothing of `global.nodeSelector` and `global.tolerations`. */
  readonly 'redis-ha'?: RedisHaValues;
}

export interface ArgoCdPart extends PodValues {
  readonly replicas?: number;
  readonly metrics?: {
    readonly enabled?: boolean;
    readonly serviceMonitor?: {
      readonly enabled?: boolean;
      readonly additionalLabels?: Readonly<Record<string, string>>;
    };
  };
}

export interface RedisHaValues extends PodValues {
  readonly enabled?: boolean;
  readonly replicas?: number;
  /** Whether pods refuse to share a node. */
  readonly hardAntiAffinity?: boolean;
  readonly redis?: { readonly resources?: Resources };
  readonly sentinel?: { readonly resources?: Resources };
  readonly init?: { readonly resources?: Resources };
  readonly splitBrainDetection?: { readonly resources?: Resources };
  readonly haproxy?: PodValues & {
    readonly replicas?: number;
    readonly hardAntiAffinity?: boolean;
    readonly init?: { readonly resources?: Resources };
  };
}
