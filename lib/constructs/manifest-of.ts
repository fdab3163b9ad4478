import type { ApiObject } from 'cdk8s';
import { isClusterScoped } from '../model/kubernetes';
import { groupOf, type Manifest } from '../model/manifest';

/** The manifest of an object as it will be written. cdk8s gives every object the namespace of its chart, cluster-scoped ones too. */
export function manifestOf(object: ApiObject): Manifest {
  const manifest = object.toJson() as Manifest;
  if (!isClusterScoped(groupOf(manifest), manifest.kind)) return manifest;
  const { namespace: _, ...metadata } = manifest.metadata;
  return { ...manifest, metadata };
}

/** What names an object, without rendering it: an object that is asked for while another is rendered may depend on that one. */
export function identityOf({ apiVersion, apiGroup, kind, metadata, name }: ApiObject): Manifest {
  const { namespace } = metadata;
  const clusterScoped = namespace === undefined || isClusterScoped(apiGroup === 'core' ? '' : apiGroup, kind);
  return { apiVersion, kind, metadata: clusterScoped ? { name } : { name, namespace } };
}
