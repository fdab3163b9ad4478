import { nearest } from '../../model/nearest';
import type { Taint } from '../../model/platform';
import type { Syntax } from '../scalars';
import { labelKey, labelValue } from './label';

const EFFECTS: readonly Taint['effect'][] = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];

/** A taint as kubectl writes it: `key=value:Effect` or `key:Effect`. */
export const taint: Syntax = {
  takes: 'taints such as "dedicated=infra:NoSchedule"',
  fault(text) {
    const { key, value, effect } = parseTaint(text);
    const what = 'is not a taint';
    if (!text.includes(':')) {
      return { what, fix: `it says no effect; write "${text}:NoSchedule", or another of ${EFFECTS.join(', ')}` };
    }
    if (!EFFECTS.includes(effect)) {
      const meant = nearest(effect, EFFECTS);
      const known = `the effects are ${EFFECTS.join(', ')}`;
      return { what, fix: meant ? `did you mean "${text.slice(0, -effect.length)}${meant}"? ${known}` : known };
    }
    const fault = labelKey.fault(key) ?? (value === undefined ? undefined : labelValue.fault(value));
    if (fault === undefined) return undefined;
    return { what, fix: `"${labelKey.fault(key) ? key : value}" ${fault.what}; ${fault.fix}` };
  },
};

/** Reads a taint that {@link taint} finds no fault with. */
export function parseTaint(text: string): Taint {
  const colon = text.lastIndexOf(':');
  const before = colon < 0 ? text : text.slice(0, colon);
  const equals = before.indexOf('=');
  const effect = text.slice(colon + 1) as Taint['effect'];
  return equals < 0
    ? { key: before, effect }
    : { key: before.slice(0, equals), value: before.slice(equals + 1), effect };
}
