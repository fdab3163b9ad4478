import { buildApp } from './app';
import type { StackName } from './model/settings';
import { demoPlatform } from './testing';

const stacksOf = (stacks: Partial<Record<StackName, boolean>>) =>
  buildApp(demoPlatform({ stacks })).node.children.map(({ node }) => node.id);

test('has the bootstrap and every stack', () => {
  expect(stacksOf({})).toEqual(['it', 'platform', 'observability', 'cicd', 'security']);
});

test('keeps the bootstrap where all stacks are off', () => {
  expect(stacksOf({ platform: false, observability: false, cicd: false, security: false })).toEqual(['it']);
});

test.each(['platform', 'cicd', 'security'] as const)('leaves out the stack %s alone', (stack) => {
  const all: string[] = stacksOf({});
  expect(stacksOf({ [stack]: false })).toEqual(all.filter((name) => name !== stack));
});
