import { UserError } from './user-error';

/** Multipliers of Kubernetes quantities (apimachinery `pkg/api/resource/suffix.go`). */
const SUFFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * The number that a Kubernetes quantity stands for: cores for CPU, bytes for memory and storage.
 * @throws UserError for anything that is no quantity
 */
export function parseQuantity(quantity: string | number): number {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d+)|([a-zA-Z]*))$/.exec(String(quantity));
  const multiplier = SUFFIXES[match?.[3] ?? ''];
  if (match === null || multiplier === undefined) {
    throw new UserError(`"${quantity}" is no Kubernetes quantity; write a number and a suffix such as m, Mi or Gi`);
  }
  return Number(match[1]) * (match[2] === undefined ? multiplier : 10 ** Number(match[2]));
}

/** Cores as whole millicores: `1150m`. */
export function formatCpu(cores: number): string {
  return `${Math.ceil(round(cores * 1000))}m`;
}

/** Bytes as whole mebibytes: `2150Mi`. */
export function formatMemory(bytes: number): string {
  return `${Math.ceil(round(bytes / 2 ** 20))}Mi`;
}

/** Without the noise that sums of binary fractions leave: 0.1 + 0.2 is 300m, not 301m. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
