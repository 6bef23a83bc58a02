import { localeOf } from '../../locales/locale.ts';
import type { Language } from '../../locales/t.ts';

/** A share as a whole per cent: 0.451 is "45 %". */
export const percentText = (language: Language, share: number): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 }).format(share);
