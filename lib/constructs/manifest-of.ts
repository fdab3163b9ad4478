import type { ApiObject } from 'cdk8s';
import { isClusterScoped } from '../model/kubernetes';
import { groupOf, type Manifest } from '../model/manifest';
import { Component } from './component';

/** The manifest of an object as it will be written: a namespaced object that names no namespace is in its component's. */
export function manifestOf(object: ApiObject): Manifest {
  const manifest = object.toJson() as Manifest;
  const { chart } = object;
  if (!Component.isComponent(chart)) return manifest;
  if (manifest.metadata.namespace !== undefined || isClusterScoped(groupOf(manifest), manifest.kind)) return manifest;
  return { ...manifest, metadata: { ...manifest.metadata, namespace: chart.namespace } };
}
