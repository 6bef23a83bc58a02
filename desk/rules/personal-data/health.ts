/** What a text says of the health of somebody whom it names (Art. 9 GDPR); health as a matter is no personal data. */
import { around, namesPerson, saysOfPerson } from './person.ts';

const words = (compound: string): string =>
  `krankgeschrieben|krankschreibung|krank gemeldet|krankheitsbedingt|arbeitsunfähig|Krankenstand|erkrankt|Erkrankung|${compound}|Diagnose|schwerbehinder|Schwerbehinderung|Grad der Behinderung|GdB|Burn-?out|Depression|Krebs|Chemotherapie|Bandscheibenvorfall|Herzinfarkt|Schlaganfall|Operation|operiert|Reha|Wiedereingliederung|BEM-|schwanger|Fehlgeburt|Psychotherapie|Therapie|Sucht|alkoholkrank|HIV|Epilepsie|Diabetes|Multipler? Sklerose|taub|blind|Hörgerät|Allergie|Long Covid|ungeimpft|geimpft|Impfstatus|Titer|Kontraindikation|Befund|Fraktur|Knochenbruch|sick leave|signed off|sick note|diagnosed|pregnan|miscarriage|disabled|cancer|surgery|chemotherapy|depress|anxiety|burn-?out|heart attack|stroke|epilep|diabet|rehabilitation|vaccinat|broke (?:his|her)|fractured`;
const HEALTH = new RegExp(`(?<![\\p{L}])(?:${words('\\p{L}*erkrankung')})`, 'giu');
/**
 * Where it does not fit the other one does not either; in a sixth of the time. It knows no other letters than ours, and two
 * that stand for s and k.
 */
const MAY_FIT = new RegExp(`(?<![a-z])(?:${words('Erkrankung')})|erkrankung|[\u017f\u212a]`, 'i');
/** Signs around the word in which the person has to be named: a sentence or two to either side. */
const AROUND = 140;

export function hasHealthOfSomebody(text: string): boolean {
  if (!MAY_FIT.test(text)) return false;
  for (const { index } of text.matchAll(HEALTH)) {
    const said = around(text, index, AROUND, AROUND);
    if (saysOfPerson(said)) return true;
    // In a table the names stand in lines of their own.
    if (/\n/.test(said) && /(?:^|\n)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\n/u.test(said) && namesPerson(said) && isTable(said))
      return true;
  }
  return false;
}

const isTable = (said: string): boolean => said.split('\n').filter((line) => line.length < 40).length >= 4;
