import type { Syntax } from '../scalars';

/** An IPv4 address that a browser can reach: four decimal numbers without leading zeros. */
export const ipv4: Syntax = {
  takes: 'an IPv4 address such as "192.168.1.10"',
  fault(text) {
    const numbers = text.split('.');
    if (numbers.length !== 4 || !numbers.every((number) => /^\d{1,3}$/.test(number))) {
      return { what: 'is not an IPv4 address', fix: 'write four numbers with dots, such as "192.168.1.10"' };
    }
    const tooLarge = numbers.find((number) => Number(number) > 255);
    if (tooLarge !== undefined) {
      return { what: 'is not an IPv4 address', fix: `"${tooLarge}" is too large; write numbers from 0 to 255` };
    }
    const padded = numbers.find((number) => /^0\d/.test(number));
    if (padded !== undefined) {
      return {
        what: 'is not an IPv4 address',
        fix: `some programs read "${padded}" as an octal number; write "${Number(padded)}"`,
      };
    }
    const first = Number(numbers[0]);
    if (first === 0 || first > 223) {
      return {
        what: 'is no address that can be reached',
        fix: 'write the address under which the Gateway answers, such as "192.168.1.10", or "127.0.0.1" on this machine',
      };
    }
    return undefined;
  },
};
