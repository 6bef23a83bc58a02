/** Where somebody lives: street, number, postcode and town, with a person whose address it is. */
import { around, isOfOffice, namesPerson } from './person.ts';

/** Street and number before postcode and town, in German-speaking countries; number first in France. */
const CONTINENTAL =
  /\p{Lu}[\p{L}.-]{2,30}(?: [\p{L}.-]{2,20}){0,3} \d{1,4} ?[a-z]?[\s,;|·]{1,4}(?:D-|A-|CH-|F-)?\d{4,5} \p{Lu}\p{Ll}|\d{1,4}(?: ?bis| ?ter)?,? (?:rue|impasse|avenue|boulevard|place|chemin|allée|quai|cours|route)[\p{L}' -]{3,40},\s?\d{5} \p{Lu}/gu;
/** How each of those ends; looked for first, since they may begin at every name. */
const TOWN = /\d{4} \p{Lu}/u;
const STREET =
  /\b\d{1,5}[a-z]? (?:[A-Z][\w'-]{1,30} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Way|Square|Terrace|Crescent|Place|Boulevard|Blvd)\b/g;
/** Of the United Kingdom, or a state and ZIP code of the United States. */
const POSTCODE = /\b(?:[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}|[A-Z]{2} \d{5})\b/;
/** Signs after the street in which the postcode stands, and before it in which the person does. */
const AFTER = 60;
const BEFORE = 80;
const LIVES =
  /\b(?:wohnhaft|wohnort|wohnt|privatanschrift|anschrift|adresse|home address|lives at|private address|domicilié)\b[^\d]{0,30}$/i;

export function hasPostalAddress(text: string): boolean {
  if (TOWN.test(text)) for (const { index } of text.matchAll(CONTINENTAL)) if (isOfPerson(text, index)) return true;
  for (const { 0: street, index } of text.matchAll(STREET)) {
    const end = index + street.length;
    if (POSTCODE.test(text.slice(end, end + AFTER)) && isOfPerson(text, index)) return true;
  }
  return false;
}

function isOfPerson(text: string, at: number): boolean {
  const before = around(text, at, BEFORE, 0);
  if (LIVES.test(before)) return true;
  return namesPerson(`${before}\n`) && !isOfOffice(around(text, at, BEFORE, AFTER));
}
