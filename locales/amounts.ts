/** Numbers, sizes and spans of time as the language writes them. Apart from `format.ts`, which the popup carries. */
import { keptFor } from './kept-for.ts';
import { localeOf } from './locale.ts';
import { type Language, numbersOf } from './t.ts';

export const formatNumber = (language: Language, value: number): string => numbersOf(language).format(value);

/** In megabytes, from a gigabyte on in gigabytes. */
export function formatBytes(language: Language, value: number): string {
  const megabytes = value / 1_000_000;
  const [amount, unit] = megabytes >= 1_000 ? [megabytes / 1_000, 'gigabyte'] : [megabytes, 'megabyte'];
  return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
}

const periodsOf = keptFor((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));

/** From one day to another, both in epoch milliseconds, each with its year where they differ. */
export const formatPeriod = (language: Language, from: number, to: number): string =>
  periodsOf(language).formatRange(from, to);
