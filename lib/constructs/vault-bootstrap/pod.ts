import { k8s } from 'cdk8s-plus-30';
import { IN_CLUSTER_SERVER, KUBERNETES_VERSION } from '../../model/kubernetes';
import type { Platform } from '../../model/platform';
import type { Resources } from '../../model/workload';
import { placeOn } from '../placement';
import type { PriorityClassName } from '../priority-classes';
import { VAULT_SERVER } from '../vault-secret-store';
import type { Bootstrapper } from './files';

/** bash, curl, jq, kubectl and helm in one image, tagged with kubectl's version (github.com/alpine-docker/k8s). */
const IMAGE = `docker.io/alpine/k8s:${KUBERNETES_VERSION}`;

const PRIORITY: PriorityClassName = 'platform-infrastructure';
const USER = 1000;
const SCRIPTS = '/bootstrap';
const WORK = '/work';
const TOKENS = '/var/run/secrets/vault';

const RESOURCES: Required<Resources> = {
  requests: { cpu: '20m', memory: '64Mi' },
  limits: { cpu: '500m', memory: '256Mi' },
};

/** The pod that runs the script: no root, nothing writable but a small volume in memory, a token for Vault of its own. */
export function bootstrapPod(platform: Platform, self: Bootstrapper, nodes: readonly string[]): k8s.PodSpec {
  const { nodeSelector, tolerations } = placeOn(platform, 'infra');
  return {
    serviceAccountName: self.serviceAccountName,
    restartPolicy: 'OnFailure',
    priorityClassName: PRIORITY,
    nodeSelector: { ...nodeSelector },
    ...(tolerations.length === 0 ? {} : { tolerations: [...tolerations] }),
    securityContext: {
      runAsNonRoot: true,
      runAsUser: USER,
      runAsGroup: USER,
      fsGroup: USER,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [container(platform, self, nodes)],
    volumes: [
      { name: 'scripts', configMap: { name: self.serviceAccountName } },
      { name: 'work', emptyDir: { medium: 'Memory', sizeLimit: k8s.Quantity.fromString('32Mi') } },
      {
        name: 'token',
        projected: {
          sources: [{ serviceAccountToken: { audience: self.audience, expirationSeconds: 600, path: 'token' } }],
        },
      },
    ],
  };
}

function container(platform: Platform, self: Bootstrapper, nodes: readonly string[]): k8s.Container {
  return {
    name: 'bootstrap',
    image: IMAGE,
    command: ['bash', `${SCRIPTS}/bootstrap.sh`],
    env: Object.entries(environment(platform, self, nodes)).map(([name, value]) => ({ name, value })),
    resources: { requests: quantities(RESOURCES.requests), limits: quantities(RESOURCES.limits) },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
    volumeMounts: [
      { name: 'scripts', mountPath: SCRIPTS, readOnly: true },
      { name: 'work', mountPath: WORK },
      { name: 'token', mountPath: TOKENS, readOnly: true },
    ],
  };
}

function environment({ vault }: Platform, self: Bootstrapper, nodes: readonly string[]): Record<string, string> {
  const sealed = vault.autoUnseal === undefined;
  return {
    VAULT_ADDR: VAULT_SERVER,
    VAULT_NODES: nodes.join(' '),
    AUTO_UNSEAL: sealed ? 'false' : 'true',
    KEYS_SECRET: self.keysSecret,
    KEY: sealed ? 'unseal-key' : 'recovery-keys',
    NAMESPACE: self.namespace,
    MOUNT: vault.mount,
    AUTH_MOUNT: vault.authMount,
    ROLE: self.role,
    KUBERNETES_HOST: IN_CLUSTER_SERVER,
    TOKEN_FILE: `${TOKENS}/token`,
    SCRIPTS,
    WORK,
    ATTEMPTS: '60',
  };
}

function quantities({ cpu = '', memory = '' }: Required<Resources>['requests']): Record<string, k8s.Quantity> {
  return { cpu: k8s.Quantity.fromString(cpu), memory: k8s.Quantity.fromString(memory) };
}
