import { App } from 'cdk8s';
import type { Platform } from './model/platform';
import type { StackName } from './model/settings';
import { STACKS } from './stacks';
import { Bootstrap } from './stacks/it';

/** The platform as one app: the bootstrap layer, and the stacks that are on. */
export function buildApp(platform: Platform): App {
  const app = new App();
  new Bootstrap(app, platform);
  for (const [name, StackOfLayer] of Object.entries(STACKS)) {
    if (platform.stacks[name as StackName]) new StackOfLayer(app, platform);
  }
  return app;
}
