/** International bank account numbers (ISO 13616) by country, length and check digits. */
import { around } from './person.ts';

/** Lengths from the IBAN registry of SWIFT, of the countries of SEPA. */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
};

const BEGINNING = /(?<![A-Za-z0-9])([A-Za-z]{2})[ \u00a0-]?(\d{2})/g;
/** Signs that the longest takes with a space after each four. */
const MOST = 44;

/** Every manual has these. */
const EXAMPLES = new Set(
  'DE89370400440532013000 GB29NWBK60161331926819 AT611904300234573201 CH9300762011623852957 FR1420041010050500013M02606 NL91ABNA0417164300'.split(
    ' ',
  ),
);
/** Accounts that a firm or a charity shows to everybody. */
const OF_FIRM = /spenden|donat|umsatzsteuer|ust-?id|handelsregister|vertreten durch|impressum|amtsgericht|HRB/i;
const [BEFORE, AFTER] = [200, 150];

export function hasIban(text: string): boolean {
  for (const { 1: country = '', index } of text.matchAll(BEGINNING)) {
    const length = LENGTHS[country.toUpperCase()];
    if (length === undefined) continue;
    const compact = text.slice(index, index + MOST).replace(/[ \u00a0\u202f\u2009-]/g, '');
    const number = compact.slice(0, length).toUpperCase();
    if (number.length === length && /^[A-Z0-9]+$/.test(number) && isChecked(number)) {
      const isPublic = EXAMPLES.has(number) || OF_FIRM.test(around(text, index, BEFORE, AFTER));
      if (!isPublic) return true;
    }
  }
  return false;
}

/** ISO 7064, mod 97-10. */
function isChecked(number: string): boolean {
  let rest = 0;
  for (const sign of number.slice(4) + number.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
