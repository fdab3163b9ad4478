import type { Manifest } from '../model/manifest';
import type { Pod } from '../model/workload';

export interface ServicePort {
  readonly name?: string;
  readonly port: number;
}

/** An object of which only its identity matters to others. No namespace: it is cluster-scoped. */
export function object(apiVersion: string, kind: string, name: string, namespace?: string, fields?: object): Manifest {
  return { apiVersion, kind, metadata: namespace === undefined ? { name } : { name, namespace }, ...fields };
}

export function service(namespace: string, name: string, ports: readonly ServicePort[]): Manifest {
  return object('v1', 'Service', name, namespace, { spec: { ports } });
}

/** A Deployment or StatefulSet; a Deployment's rolling update adds one pod, as the API defaults it for few replicas. */
export function workload(
  kind: 'Deployment' | 'StatefulSet',
  namespace: string,
  name: string,
  replicas: number,
  pod: Pod,
): Manifest {
  return object('apps/v1', kind, name, namespace, { spec: { replicas, template: { spec: pod } } });
}

/** A DaemonSet; its number of pods follows from the nodes. */
export function daemonSet(namespace: string, name: string, pod: Pod): Manifest {
  return object('apps/v1', 'DaemonSet', name, namespace, { spec: { template: { spec: pod } } });
}

export function job(namespace: string, name: string, pod: Pod): Manifest {
  return object('batch/v1', 'Job', name, namespace, { spec: { template: { spec: pod } } });
}

export function serviceAccount(namespace: string, name: string): Manifest {
  return object('v1', 'ServiceAccount', name, namespace);
}

/** A Secret that the chart makes, with the keys that others may read; never a value. */
export function secret(namespace: string, name: string, keys: readonly string[]): Manifest {
  return object('v1', 'Secret', name, namespace, { data: Object.fromEntries(keys.map((key) => [key, ''])) });
}

export function configMap(namespace: string, name: string): Manifest {
  return object('v1', 'ConfigMap', name, namespace);
}

/** Role and RoleBinding of one name. */
export function namespacedRbac(namespace: string, name: string): Manifest[] {
  return [
    object('rbac.authorization.k8s.io/v1', 'Role', name, namespace),
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', name, namespace),
  ];
}

/** ClusterRole and ClusterRoleBinding of one name. */
export function clusterRbac(name: string): Manifest[] {
  return [
    object('rbac.authorization.k8s.io/v1', 'ClusterRole', name),
    object('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', name),
  ];
}

/** CRDs by their full names: `applications.argoproj.io`. */
export function crds(names: readonly string[]): Manifest[] {
  return names.map((name) => object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', name));
}

/** A ServiceMonitor: the labels that Prometheus selects it by, and the Service port it scrapes. */
export function serviceMonitor(
  namespace: string,
  name: string,
  labels: Readonly<Record<string, string>>,
  port: string,
): Manifest {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name, namespace, labels },
    spec: { endpoints: [{ port }] },
  };
}
