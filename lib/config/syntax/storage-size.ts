import type { Syntax } from '../scalars';

/** Bytes in each unit (apimachinery `pkg/api/resource/suffix.go`). */
const UNITS: Readonly<Record<string, bigint>> = {
  '': 1n,
  k: 10n ** 3n,
  M: 10n ** 6n,
  G: 10n ** 9n,
  T: 10n ** 12n,
  P: 10n ** 15n,
  Ki: 2n ** 10n,
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
  Pi: 2n ** 50n,
};
const LEAST = 2n ** 20n;

/** The size of a volume: a Kubernetes quantity of whole bytes, of at least one mebibyte. */
export const storageSize: Syntax = {
  takes: 'a size such as "5Gi"',
  fault(text) {
    const [, whole = '', decimals = '', unit = ''] = /^(\d+)(?:\.(\d+))?([A-Za-z]*)$/.exec(text) ?? [];
    if (whole === '') return { what: 'is not the size of a volume', fix: 'write a number and a unit, such as "5Gi"' };
    const number = text.slice(0, text.length - unit.length);
    const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
    if (factor === undefined) return { what: 'is not the size of a volume', fix: unitFix(number, unit) };
    const scaled = BigInt(whole + decimals) * factor;
    const scale = 10n ** BigInt(decimals.length);
    if (scaled % scale !== 0n) {
      return { what: 'is not a whole number of bytes', fix: 'write a whole number and a unit, such as "5Gi"' };
    }
    if (scaled / scale < LEAST) {
      const unitless = unit === '' && scaled > 0n;
      return {
        what: 'is too small for a volume',
        fix: unitless ? `without a unit it counts bytes; write "${number}Gi"` : 'write at least "1Mi"',
      };
    }
    return undefined;
  },
};

function unitFix(number: string, unit: string): string {
  if (unit === 'm') return `"m" stands for a thousandth of a byte; write "${number}Mi" for mebibytes`;
  const letter = unit.charAt(0).toUpperCase();
  if (/^[kmgtp](i?b?)$/i.test(unit)) return `there is no unit "${unit}"; write "${number}${letter}i"`;
  return `there is no unit "${unit}"; write one of Mi, Gi, Ti`;
}
