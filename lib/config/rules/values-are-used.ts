import { COMPONENTS } from '../../model/components';
import type { Problem } from '../problem';
import type { Rule } from './rule';

/** No values are set for a component whose stack is off: nobody would read them. */
export const valuesAreUsed: Rule = ({ stacks = {}, values = {} }) =>
  Object.keys(values).flatMap((id): Problem[] => {
    const stack = COMPONENTS[id]?.stack;
    if (stack === undefined || stack === 'bootstrap' || stacks[stack] !== false) return [];
    return [
      {
        path: ['values', id],
        what: `is for a component of the stack '${stack}', which is off`,
        found: 'values that nothing reads',
        fix: `remove them, or switch '${stack}' on`,
      },
    ];
  });
