import type { Construct } from 'constructs';
import type { Stack } from '../constructs/stack';
import type { Platform } from '../model/platform';
import type { StackName } from '../model/settings';
import { CiCd } from './cicd';
import { Observability } from './observability';
import { Policy } from './platform';
import { Security } from './security';

type StackClass = new (scope: Construct, platform: Platform) => Stack;

/** The stacks that can be switched on and off. */
export const STACKS: Readonly<Record<StackName, StackClass>> = {
  platform: Policy,
  observability: Observability,
  cicd: CiCd,
  security: Security,
};
