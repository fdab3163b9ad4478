import { ApiObject, Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import type { Layer } from '../model/layer';
import type { Platform } from '../model/platform';

// `instanceof Directory` would be true for every Chart: cdk8s overrides Symbol.hasInstance.
const DIRECTORY = Symbol.for('idp.Directory');

export interface DirectoryProps {
  readonly platform: Platform;
  readonly layer: Layer;
  /** The stack that the summary counts it under. */
  readonly stack: string;
  /** Path relative to the repository: `K8s/observability`. */
  readonly path: string;
  /** Labels of every object in it. */
  readonly labels: Readonly<Record<string, string>>;
  /** Names of files that do not follow from kind and name, by kind: `{ Simple: 'k3d-cluster.yaml' }`. @default - none */
  readonly fileNames?: Readonly<Record<string, string>>;
}

/** A directory of a tree: what is defined in it is written there, one object a file. */
export class Directory extends Chart {
  static isDirectory(x: object): x is Directory {
    return DIRECTORY in x;
  }

  /** All directories of the app that `construct` belongs to, sorted by path. */
  static all(construct: IConstruct): Directory[] {
    const directories = construct.node.root.node.findAll().filter((child) => Directory.isDirectory(child));
    return directories.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  readonly platform: Platform;
  readonly layer: Layer;
  readonly stack: string;
  readonly path: string;
  readonly fileNames: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: DirectoryProps) {
    super(scope, id, { labels: { ...props.labels }, disableResourceNameHashes: true });
    this.platform = props.platform;
    this.layer = props.layer;
    this.stack = props.stack;
    this.path = props.path;
    this.fileNames = props.fileNames ?? {};
    Object.defineProperty(this, DIRECTORY, { value: true });
  }

  /** The objects defined in it, at any depth, in the order of their definition. */
  get objects(): ApiObject[] {
    return this.node.findAll().filter((child) => ApiObject.isApiObject(child));
  }
}
