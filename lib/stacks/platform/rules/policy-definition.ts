import type { KyvernoPolicyProps } from '../../../constructs/kyverno-policy';

/** A policy of the platform as data. Without an `action` it audits or enforces as the platform's profile says. */
export type PolicyDefinition = Omit<KyvernoPolicyProps, 'annotations'>;
