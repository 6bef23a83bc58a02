/** What a text says of the health of somebody whom it names (Art. 9 GDPR); health as a matter is no personal data. */

const HEALTH =
  /\b(?:krankgeschrieben|krankschreibung|krankmeldung|krank gemeldet|krankheitsbedingt|arbeitsunfähig\w*|AU-Bescheinigung|Krankenstand|erkrankt|erkrankung|diagnos\w+|schwerbehinder\w+|Grad der Behinderung|GdB|Burn-?out|Depression\w*|Krebs(?:erkrankung|diagnose|therapie)?|Chemotherapie|Bandscheibenvorfall|Herzinfarkt|Schlaganfall|Operation|operiert|Reha(?:bilitation|maßnahme)?|Wiedereingliederung|BEM-Gespräch|BEM-Verfahren|schwanger\w*|Mutterschutz|Psychotherapie|Therapie|Suchterkrankung|alkoholkrank\w*|HIV|Epilepsie|Diabetes|Long Covid|sick leave|sick note|on leave for medical|diagnosed|pregnan\w+|maternity leave|disabilit\w+|cancer|surgery|chemotherapy|depression|burnout|heart attack|stroke|medical condition|rehabilitation)\b/gi;
/** A person: a form of address with a name. */
const PERSON =
  /\b(?:Herrn?|Frau|Kolleg(?:e|en|in)|Mitarbeiter(?:in)?|Dr\.|Mr\.?|Mrs\.?|Ms\.?|Miss)\s(?:Dr\.\s)?[A-ZÄÖÜ][\p{L}-]{1,30}|\b(?:Name|Mitarbeiter(?:in)?|Employee|Patient(?:in)?)\s?:\s?[A-ZÄÖÜ][\p{L}-]{1,30}|\b[A-ZÄÖÜ]\.\s[A-ZÄÖÜ][\p{L}-]{2,30}/u;
/** Signs around the word in which the person has to be named: about a sentence to either side. */
const AROUND = 120;

export function hasHealthOfSomebody(text: string): boolean {
  for (const { index } of text.matchAll(HEALTH)) {
    if (PERSON.test(text.slice(Math.max(0, index - AROUND), index + AROUND))) return true;
  }
  return false;
}
