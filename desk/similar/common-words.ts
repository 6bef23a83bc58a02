/**
 * Words that stand in many topics of any organisation. They count little from the first day on, when too
 * few topics are held to tell by themselves what is common. Our own list, German and English.
 */
import { foldText } from '../words/fold.ts';
import { stemOf } from '../words/stem.ts';
import { meaningOf } from './meanings.ts';
import type { Trait } from './traits.ts';

const WORDS = `neu neue neuer neues neuen erste ersten erster zweite weitere weiter alle viele wenige heute morgen gestern
ab seit bereits jetzt künftig bald wieder jahr jahre woche wochen monat monate tag tage uhr montag dienstag mittwoch
donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember
start startet beginnt beginn ende termin termine info infos information informationen aktuell aktuelles aktuelle news
meldung meldungen artikel seite detail thema themen bericht team kollege kollegin kollegen kolleginnen mitarbeiter mitarbeitende
beschäftigte unternehmen firma haus bereich abteilung standort leitung kunde kunden projekt bitte danke gibt geht kommt macht
steht findet finden stellt zeigt sucht gesucht bekommt erhält wurde mehr rund etwa zwei drei vier fünf sechs sieben acht neun
zehn hundert tausend million millionen euro prozent anmeldung anmelden online digital intern
new first second year years week weeks month months day days today tomorrow monday tuesday wednesday thursday friday saturday
sunday january february march may june july october december start starts begins end update report team staff colleague
colleagues employee employees company department site project please thank thanks two three four five six seven eight nine ten
hundred thousand percent pounds dollars now next last more information page article item home index detail view default
aspx html htm php pdf docx pptx xlsx sites pages sitepages dokumente documents shared freigegebene wiki spaces posts activity
newsroom blog press presse lokales wirtschaft portal intranet content news2026 files download file id node en de`;

let kept: ReadonlySet<Trait> | null = null;

export function isCommon(trait: Trait): boolean {
  if (kept === null) {
    const traits = foldText(WORDS)
      .split(/\s+/)
      .flatMap((word) => [stemOf(word), meaningOf(word, stemOf(word)) ?? stemOf(word)]);
    kept = new Set(traits);
  }
  // Years, and numbers up to two digits.
  return kept.has(trait) || /^#(?:\d{1,2}|20\d\d)$/.test(trait);
}
