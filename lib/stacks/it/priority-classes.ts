import { Component } from '../../constructs/component';
import { PriorityClasses } from '../../constructs/priority-classes';
import type { Stack } from '../../constructs/stack';

/** The PriorityClasses of the platform: a pod that names a missing one is rejected. */
export class Priorities extends Component {
  constructor(stack: Stack) {
    super(stack, 'priority-classes');
    new PriorityClasses(this, 'classes');
  }
}
