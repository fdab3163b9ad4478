import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { Directory } from './directory';
import { objectLabels } from './labels';
import type { Stack } from './stack';

const COMPONENT = Symbol.for('idp.Component');

export interface ComponentProps {
  /** Namespace of its objects. @default - the stack's */
  readonly namespace?: string;
}

/** One deployable part of a stack: one directory of manifests with its kustomization, one Argo CD Application. */
export class Component extends Directory {
  static isComponent(x: object): x is Component {
    return COMPONENT in x;
  }

  /** The component that `construct` is defined in. */
  static override of(construct: IConstruct): Component {
    const chart = Chart.of(construct);
    if (Component.isComponent(chart)) return chart;
    throw new Error(`[${construct.node.path}] is in a plain Chart; define it in a Component`);
  }

  /** The namespace that its namespaced objects go to when they name none. */
  override readonly namespace: string;

  constructor(stack: Stack, id: string, props: ComponentProps = {}) {
    super(stack, id, {
      platform: stack.platform,
      layer: stack.layer,
      stack: stack.node.id,
      path: `${stack.path}/${id}`,
      labels: objectLabels(stack.platform, stack.node.id, id),
    });
    this.namespace = props.namespace ?? stack.namespace;
    Object.defineProperty(this, COMPONENT, { value: true });
  }
}
