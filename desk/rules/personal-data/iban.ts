/** International bank account numbers (ISO 13616) by country, length and check digits. */

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

export function hasIban(text: string): boolean {
  for (const { 0: start, 1: country = '', index } of text.matchAll(BEGINNING)) {
    const length = LENGTHS[country.toUpperCase()];
    if (length === undefined || start === undefined) continue;
    const compact = text.slice(index, index + MOST).replace(/[ \u00a0\u202f\u2009-]/g, '');
    if (/^[A-Za-z0-9]+/.exec(compact)?.[0] === undefined) continue;
    const number = compact.slice(0, length).toUpperCase();
    if (number.length === length && /^[A-Z0-9]+$/.test(number) && isChecked(number)) return true;
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
