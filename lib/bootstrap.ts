import type { App } from 'cdk8s';
import { FIELD_MANAGER } from './constructs/argo-cd';
import { Component } from './constructs/component';
import { Directory } from './constructs/directory';
import { HelmRelease } from './constructs/helm-release';
import { manifestOf } from './constructs/manifest-of';
import type { Manifest } from './model/manifest';

/** One step of the bootstrap: what is applied, and what has to be ready before the next step. */
export interface BootstrapStep {
  readonly component: string;
  readonly commands: readonly string[];
}

/**
 * The commands that bring up the bootstrap layer on an empty cluster, in the order in which its stack defines the
 * components. What each step waits for follows from what it applies.
 */
export function bootstrapSteps(app: App): BootstrapStep[] {
  const components = app.node.findAll().filter((child) => Directory.isDirectory(child) && Component.isComponent(child));
  return components
    .filter((component) => component.layer === 'IT')
    .map((component) => ({
      component: component.node.id,
      commands: [apply(component), ...waits(contents(component))],
    }));
}

/** Objects that name no namespace go where Argo CD would put them; kubectl refuses `-n` where others name another one. */
function apply(component: Component): string {
  const namespaces = new Set(contents(component).map(({ metadata }) => metadata.namespace));
  namespaces.delete(undefined);
  const only = namespaces.size === 1 && namespaces.has(component.namespace) ? `-n ${component.namespace} ` : '';
  return `kustomize build --enable-helm ${component.path} | kubectl ${only}apply --server-side --field-manager=${FIELD_MANAGER} -f -`;
}

function contents(component: Component): Manifest[] {
  const releases = HelmRelease.all(component).filter((release) => Component.of(release) === component);
  return [...component.objects.map(manifestOf), ...releases.flatMap((release) => release.contents.objects)];
}

/** CRDs first; Jobs before workloads, because Vault's pods are ready only after its Job has unsealed them. */
function waits(manifests: readonly Manifest[]): string[] {
  const names = (kind: string) => manifests.filter((manifest) => manifest.kind === kind);
  const crds = names('CustomResourceDefinition').length > 0;
  const deployments = new Set(names('Deployment').map(({ metadata }) => metadata.namespace));
  return [
    ...(crds ? ['kubectl wait --for=condition=Established crd --all --timeout=2m'] : []),
    ...names('Job').map(
      ({ metadata }) =>
        `kubectl -n ${metadata.namespace} wait --for=condition=Complete job/${metadata.name} --timeout=10m`,
    ),
    ...names('DaemonSet').map(
      ({ metadata }) => `kubectl -n ${metadata.namespace} rollout status daemonset/${metadata.name} --timeout=10m`,
    ),
    // `rollout status` refuses a StatefulSet that is updated by hand, as Vault's is.
    ...names('StatefulSet').map(
      ({ metadata, spec }) =>
        `kubectl -n ${metadata.namespace} wait --for=jsonpath='{.status.readyReplicas}'=${replicas(spec)} statefulset/${metadata.name} --timeout=10m`,
    ),
    ...[...deployments].map(
      (namespace) => `kubectl -n ${namespace} wait --for=condition=Available deployment --all --timeout=10m`,
    ),
    ...names('Certificate').map(
      ({ metadata }) =>
        `kubectl -n ${metadata.namespace} wait --for=condition=Ready certificate/${metadata.name} --timeout=5m`,
    ),
    // A webhook that runs is of no use before cert-manager has told the API server whom to trust.
    ...manifests
      .filter(({ kind }) => /^(Mutating|Validating)WebhookConfiguration$/.test(kind))
      .map(
        ({ kind, metadata }) =>
          `kubectl wait --for=jsonpath='{.webhooks[0].clientConfig.caBundle}' ${kind.toLowerCase()}/${metadata.name} --timeout=5m`,
      ),
  ];
}

function replicas(spec: unknown): number {
  return (spec as { readonly replicas?: number } | undefined)?.replicas ?? 1;
}
