import { buildApp } from './app';
import type { StackName } from './model/settings';
import { STACKS } from './stacks';
import { demoPlatform } from './testing';

const EVERY = Object.keys(STACKS) as StackName[];

const stacksOf = (stacks: Partial<Record<StackName, boolean>>) =>
  buildApp(demoPlatform({ stacks })).node.children.map(({ node }) => node.id);

test('has the bootstrap and every stack', () => {
  expect(stacksOf({})).toEqual(['it', ...EVERY]);
});

test('keeps the bootstrap where all stacks are off', () => {
  expect(stacksOf(Object.fromEntries(EVERY.map((stack) => [stack, false])))).toEqual(['it']);
});

test.each(['platform', 'cicd', 'security'] as const)('leaves out the stack %s alone', (stack) => {
  expect(stacksOf({ [stack]: false })).toEqual(['it', ...EVERY.filter((name) => name !== stack)]);
});
