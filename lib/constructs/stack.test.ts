import { App } from 'cdk8s';
import { demoPlatform } from '../testing';
import { Stack, type StackProps } from './stack';

const all: Required<StackProps> = { platform: demoPlatform(), layer: 'K8s', namespace: 'writing' };

test('brings every prop to its components', () => {
  expect(new Stack(new App(), 'docs', all)).toMatchObject({ ...all, path: 'K8s/docs' });
});

test('the bootstrap has the whole tree to itself', () => {
  expect(new Stack(new App(), 'it', { ...all, layer: 'IT' }).path).toBe('IT');
});
