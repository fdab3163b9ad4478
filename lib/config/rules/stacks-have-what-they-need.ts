import type { StackName } from '../../model/settings';
import { STACK_NEEDS } from '../../model/stack-needs';
import type { Problem } from '../problem';
import type { Rule } from './rule';

/** No stack is on whose needs are off. */
export const stacksHaveWhatTheyNeed: Rule = ({ stacks = {} }) => {
  const isOn = (stack: StackName) => stacks[stack] ?? true;
  const names = Object.keys(STACK_NEEDS) as StackName[];
  return names.filter(isOn).flatMap((stack) =>
    STACK_NEEDS[stack]
      .filter((need) => !isOn(need))
      .map(
        (need): Problem => ({
          path: ['stacks', stack],
          what: `needs the stack '${need}', which is off`,
          found: stacks[stack] === undefined ? 'true by default' : 'true',
          fix: `write ${stack}: false, or switch '${need}' on`,
        }),
      ),
  );
};
