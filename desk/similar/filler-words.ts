/** Words that are no reason for anything: two topics may have them in common, but nobody is told so. Scores know nothing of this list. */
import { foldText } from '../words/fold.ts';
import { stemOf } from '../words/stem.ts';
import { wordsOf } from '../words/words.ts';
import { isCommon } from './common-words.ts';

/** Beside stop words and `common-words.ts`: prepositions, pronouns, and verbs and adjectives of any story. German and English. */
const WORDS = `ihres eures bereit dank ganz gar gut gute guten guter gutes besser beste besten groß große großen großer großes
klein kleine kleinen kleiner hoch hohe jetzige eigen eigene eigenen gemeinsam gemeinsame gemeinsamen möglich wichtig wichtige
lernen lernt gelernt machen machte gemacht gehen ging kommen kam kommende kommenden stehen stand geben gab nehmen nimmt bringen
bringt lassen lässt bleiben bleibt halten hält sagen sagt sehen sieht arbeiten arbeitet helfen hilft zeigen suchen stellen
bekommen erhalten starten beginnen ziehen zieht laufen läuft während trotz wegen laut statt bisher zuletzt endlich knapp fast
immer nie oft dazu davon dagegen davor jedoch außerdem
without within across against along among around before below between beyond during behind inside near off onto since through
toward towards until upon whose every each other another both any many much few several own same very only even still already
again once ever never always often good better best great big large small high low learn learns learned learning make makes made
making go goes going come comes coming get gets getting take takes give gives work works working help helps see say says show
shows use uses used using find finds look looks let keep keeps put may might must shall me myself while though although because
however therefore`;

let kept: ReadonlySet<string> | null = null;

function fillers(): ReadonlySet<string> {
  kept ??= new Set(foldText(WORDS).split(/\s+/));
  return kept;
}

/** Whether a word, as it is written, says nothing; one with a hyphen says what any of its parts says. */
export const isFiller = (raw: string): boolean =>
  wordsOf(raw).every((word) => fillers().has(word) || isCommon(/^\d+$/.test(word) ? `#${word}` : stemOf(word)));
