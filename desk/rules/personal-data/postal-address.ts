/** Street, number, postcode and town together. */

/** Street names end in either case: "Hafenstraße", "Am Alten Markt". */
const GERMAN =
  /(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|stieg|pfad|hof|berg|markt) \d{1,4} ?[a-z]?(?: ?[-–] ?\d{1,4})?[\s,;|·]{1,5}(?:D-|A-|CH-)?\d{4,5} [A-ZÄÖÜ][a-zäöüß]/i;
const STREET =
  /\b\d{1,5}[a-z]? (?:[A-Z][\w'-]{1,30} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Way|Square|Terrace|Crescent|Place|Boulevard|Blvd)\b/g;
/** Of the United Kingdom, or a state and ZIP code of the United States. */
const POSTCODE = /\b(?:[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}|[A-Z]{2} \d{5})\b/;
/** Signs after the street in which the postcode stands. */
const AFTER = 60;

export function hasPostalAddress(text: string): boolean {
  if (GERMAN.test(text)) return true;
  for (const { 0: street, index } of text.matchAll(STREET)) {
    const end = index + street.length;
    if (POSTCODE.test(text.slice(end, end + AFTER))) return true;
  }
  return false;
}
