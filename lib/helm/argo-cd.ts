import type { Manifest } from '../model/manifest';
import { partObjects } from './argo-cd/parts';
import { redisObjects } from './argo-cd/redis';
import type { ArgoCdValues } from './argo-cd/values';
import type { HelmChart, Release } from './helm-chart';
import { configMap, crds, secret } from './objects';

export type { ArgoCdPart, ArgoCdValues, RedisHaValues } from './argo-cd/values';

/** ConfigMaps that Argo CD reads by these very names, whatever the release is called. */
const CONFIG_MAPS = [
  'argocd-cm',
  'argocd-cmd-params-cm',
  'argocd-gpg-keys-cm',
  'argocd-rbac-cm',
  'argocd-ssh-known-hosts-cm',
  'argocd-tls-certs-cm',
];

/** Argo CD: keeps the cluster equal to the repository. Its pods read argocd-redis, which a Job of the chart makes. */
export const argoCd: HelmChart<ArgoCdValues> = {
  name: 'argo-cd',
  repo: 'https://argoproj.github.io/argo-helm',
  version: '8.6.0',
  appVersion: 'v3.1.8',
  includeCRDs: false,
  // Argo CD finds its ConfigMaps and Secrets by `app.kubernetes.io/part-of: argocd`.
  reservedLabels: ['app.kubernetes.io/part-of'],
  asksFor: ['monitoring.coreos.com/v1'],
  render: (release) => ({
    objects: [
      ...(release.values.crds?.install === false
        ? []
        : crds(['applications', 'applicationsets', 'appprojects'].map(ofArgo))),
      ...configuration(release),
      ...partObjects(release),
      ...redisObjects(release),
    ],
    controllerMade: controllerMade(release),
    secretsRead: [],
  }),
};

function ofArgo(plural: string): string {
  return `${plural}.argoproj.io`;
}

function configuration({ namespace, values }: Release<ArgoCdValues>): Manifest[] {
  const notifications = values.notifications?.enabled !== false;
  return [
    ...CONFIG_MAPS.map((name) => configMap(namespace, name)),
    ...(values.configs.secret.createSecret ? [secret(namespace, 'argocd-secret', [])] : []),
    ...(notifications
      ? [configMap(namespace, 'argocd-notifications-cm'), secret(namespace, 'argocd-notifications-secret', [])]
      : []),
  ];
}

function controllerMade({ namespace, values }: Release<ArgoCdValues>): Manifest[] {
  return values.redisSecretInit?.enabled === false ? [] : [secret(namespace, 'argocd-redis', ['auth'])];
}
