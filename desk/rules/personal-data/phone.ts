/** Telephone numbers of people: their own, or the direct one. Switchboards, hotlines and press offices want to be called. */
import { around, isOfOffice, namesPerson } from './person.ts';

/** With the code of a country, or an area code; digits in groups. Every part is bounded. */
const NUMBERS =
  /(?<![\w+./-]|\d )(?:(?:\+|00)[1-9]\d{0,2}(?:[ /.-]|\s?\(0?\)\s?)?\d(?:[ /.()-]{0,2}\d){5,13}|(?:\(0\d{2,5}\)\s?|0\d{2,5}\s?[/–-]\s?|0\d{1,5} )\d(?:[ ./-]?\d){2,9}(?:-\d{1,5})?)(?![\d/]|\.\d)/g;
/** Only people carry them: Germany, the United Kingdom, France. */
const MOBILE =
  /^(?:(?:\+|00)49\D{0,3}0?\D?1[567]|01[567]|(?:\+|00)44\D{0,3}0?7|07\d{3}[ -]|(?:\+|00)33\D{0,3}[67]|0[67] \d\d \d\d)/;
/** An article, an order or a page has numbers with hyphens too. */
const OTHER_NUMBER =
  /(?<!telefon|ruf|handy|mobil|phone )(?:nummer|-nr|nr|number|no|id|code|isbn|issn|doi|signatur|artikel|auftrag|charge|lot|part|line|sendung|container|ref|konto)\W{0,4}$/i;
const OWN =
  /\b(?:mobil|handy|privat\w*|durchwahl|direktwahl|direct(?: line| dial)?|mobile|cell|personal|home|rückruf|call back|notfallkontakt)\b[^\d\n]{0,25}$/i;
const CALLED =
  /\b(?:tel|telefon\w*|fon|phone|call|ruf\w*|anruf\w*|erreichbar|whatsapp|signal|kontakt|contact)\b[^\d\n]{0,30}$/i;
const OFFICE =
  /\b(?:zentrale|hotline|notruf|service|presse\w*|press|media|medien|anfragen|enquiries|störung\w*|leitstand|empfang|reception|desk|outside line|switchboard|ombuds\w*|impressum|vertreten|beratung|sekretariat|bereitschaft|helpline|beispiel|example|office)\b/i;
const BEFORE = 90;

export function hasPhoneNumber(text: string): boolean {
  for (const { 0: number, index } of text.matchAll(NUMBERS)) {
    const digits = number.replace(/\D/g, '').length;
    if (digits < 7 || digits > 15 || isDate(number)) continue;
    const before = around(text, index, BEFORE, 0);
    if (OTHER_NUMBER.test(before)) continue;
    if (OWN.test(before)) return true;
    if (OFFICE.test(before) || isOfOffice(before)) continue;
    if (MOBILE.test(number) && CALLED.test(before)) return true;
    if (namesPerson(before)) return true;
  }
  return false;
}

const isDate = (text: string): boolean => /^0?\d[./-]\d{1,2}[./-]\d{2,4}$/.test(text.trim());
