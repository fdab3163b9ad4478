import type { Syntax } from '../scalars';

/** Hours in the units that people count retention in. */
const HOURS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 7 * 24, y: 365 * 24 };
const WORDS = /^(\d+)\s*(h|d|w|y)(?:ours?|ays?|eeks?|ears?)?$/i;

/** How long Prometheus keeps metrics (pattern of the Prometheus CRD's `spec.retention`, zero excluded). */
export const metricsRetention: Syntax = {
  takes: 'a duration such as "15d"',
  fault(text) {
    const what = 'is not a duration for Prometheus';
    if (/^(?=.*[1-9])(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/.test(text)) return undefined;
    const units = 'write numbers with y, w, d, h, m or s, the largest unit first';
    if (/^\d+$/.test(text) && Number(text) > 0) return { what, fix: `it has no unit; write "${text}d" for days` };
    const [, number, unit] = WORDS.exec(text) ?? [];
    if (Number(number) > 0) return { what, fix: `write "${number}${unit?.toLowerCase()}"` };
    return { what, fix: `${units}, such as "15d"` };
  },
};

/** How long Loki keeps logs: whole days, because it deletes by daily index tables, in hours. */
export const logsRetention: Syntax = {
  takes: 'a number of hours that makes whole days, such as "168h"',
  fault(text) {
    const what = 'is not a duration for Loki';
    const hours = /^(\d+)h$/.exec(text)?.[1];
    if (hours !== undefined) {
      if (Number(hours) > 0 && Number(hours) % 24 === 0) return undefined;
      const days = Math.max(1, Math.ceil(Number(hours) / 24));
      return { what: 'does not make whole days', fix: `Loki deletes a day at a time; write "${days * 24}h"` };
    }
    const [, number, unit = ''] = WORDS.exec(text) ?? [];
    const total = Number(number) * (HOURS[unit.toLowerCase()] ?? Number.NaN);
    if (total > 0 && total % 24 === 0) return { what, fix: `write it in hours: "${total}h"` };
    return { what, fix: 'write a number of hours that makes whole days, such as "168h"' };
  },
};
