import type { Settings } from '../../model/settings';
import type { Problem } from '../problem';
import type { Usable } from '../shape';

/** Finds what is wrong between settings that are each well formed. What is broken by itself is missing from `settings`. */
export type Rule = (settings: Usable<Settings>) => readonly Problem[];
