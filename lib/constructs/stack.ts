import { Construct } from 'constructs';
import type { Layer } from '../model/layer';
import type { Platform } from '../model/platform';

export interface StackProps {
  readonly platform: Platform;
  readonly layer: Layer;
  /** Namespace of the components that name none. @default - the stack's id */
  readonly namespace?: string;
}

/** A slice of a layer that is switched on or off as a whole. Its id names its directory and its project. */
export class Stack extends Construct {
  readonly platform: Platform;
  readonly layer: Layer;
  readonly namespace: string;
  /** Directory of its components: `IT`, or `K8s/<stack>`. */
  readonly path: string;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id);
    this.platform = props.platform;
    this.layer = props.layer;
    this.namespace = props.namespace ?? id;
    this.path = props.layer === 'IT' ? 'IT' : `K8s/${id}`;
  }
}
