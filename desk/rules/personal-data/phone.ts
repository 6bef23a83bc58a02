/** Telephone numbers as people write them in Germany and abroad. */

/** With the code of a country, or a German area code; digits in groups. Every part is bounded. */
const INTERNATIONAL =
  /(?<![\w+]|\d )(?:\+|00)[1-9]\d{0,2}(?:[ /.-]|\s?\(0?\)\s?|\s?\(\d{1,5}\)\s?)?\d(?:[ /.()-]{0,2}\d){5,13}(?!\d)/g;
const NATIONAL =
  /(?<![\d.,/\w-]|\d )(?:\(0\d{2,5}\)\s?|0\d{2,5}\s?[/–-]\s?|0\d{2,5} )\d(?:[ ./-]?\d){2,9}(?:-\d{1,5})?(?![\d/]|\.\d)/g;
const LABELLED =
  /(?:\b(?:Tel|Telefon|Telefonnummer|Fon|Mobil|Mobile|Mobilnummer|Handy|Handynummer|Durchwahl|DW|Phone|Rufnummer|Cell|Nebenstelle)\b\.?)[^\d+(\n]{0,15}(\(?\+?\d[\d ()/.-]{2,20})/gi;
/** What else has a number with hyphens: an article, an order. */
const OTHER_NUMBER = /(?<!telefon|ruf|handy|mobil|phone )(?:nummer|-nr|nr|number|no|id|code|isbn)\W{0,3}$/i;
const BEFORE = 30;

export function hasPhoneNumber(text: string): boolean {
  for (const [number] of text.matchAll(INTERNATIONAL)) if (isCount(digitsIn(number), 8, 15)) return true;
  for (const { 0: number, index } of text.matchAll(NATIONAL)) {
    const isOther = OTHER_NUMBER.test(text.slice(Math.max(0, index - BEFORE), index));
    if (isCount(digitsIn(number), 7, 13) && !isDate(number) && !isOther) return true;
  }
  for (const [, number = ''] of text.matchAll(LABELLED)) if (isCount(digitsIn(number), 3, 15)) return true;
  return false;
}

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;
const isCount = (count: number, least: number, most: number): boolean => count >= least && count <= most;
const isDate = (text: string): boolean => /^0?\d[./-]\d{1,2}[./-]\d{2,4}$/.test(text.trim());
