/**
 * What the forms of a word have in common, in German and English alike: a text does not say which of
 * the two a word is, and whoever searches does not say it either.
 *
 * Light on purpose. It takes off endings of number, case and tense ("Werkes", "Häusern", "Kolleginnen",
 * "companies", "planned") and the frame of regular participles ("gespendet" → "spend", as "Spende"). It
 * does not know words: "ging" and "gehen", "Praktika" and "Praktikum", "Umbaus" and "Umbau", "Tage" and
 * "Tag" (no stem has less than four letters) stay apart, and a "Messer" is a "Messe".
 *
 * A stemmer of our own: the packages there are want to be told the language, and none folds umlauts
 * both ways, without which "Haeuser" and "Haus" never meet.
 */

const MIN_STEM = 4;

/** Whichever fits first is taken off, or replaced by the second of the pair. */
const ENDINGS: readonly (readonly [ending: string, instead: string])[] = [
  ['nisses', 'nis'],
  ['nissen', 'nis'],
  ['nisse', 'nis'],
  ['innen', ''],
  ['ies', ''],
  ['ien', ''],
  ['ern', ''],
  ['ers', ''],
  ['ens', ''],
  ['ing', ''],
  ['ie', ''],
  ['em', ''],
  ['en', ''],
  ['er', ''],
  ['es', ''],
  ['ed', ''],
  ['e', ''],
  ['n', ''],
  ['s', ''],
  ['y', ''],
];
/** "Haus", "Status", "Prozess", "Ergebnis": an s that belongs to the word. */
const OWN_S = /(?:[us]|ni)s$/;
const PARTICIPLE = /^ge(.{4,})(?:et|(?<=[ei][lr])t)$/;
const DOUBLED = /([bdgmnprt])\1$/;
/** Of "innen" the word before it has to be longer: "beginnen" and "gewinnen" are verbs. */
const MIN_PERSON = 5;

/** @param word folded. @returns at least four letters, or the word itself. */
export function stemOf(word: string): string {
  const stem = withoutEndings(word);
  const inside = PARTICIPLE.exec(stem)?.[1];
  return inside === undefined ? stem : withoutEndings(inside);
}

function withoutEndings(word: string): string {
  let stem = word;
  // Endings stand on endings ("Leiter-innen", "Lehrling-e"), never more than three.
  for (let pass = 0; pass < 3; pass += 1) {
    const shorter = withoutEnding(stem);
    if (shorter === stem) break;
    stem = shorter;
  }
  return stem;
}

function withoutEnding(word: string): string {
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    if (ending === 's' && OWN_S.test(word)) continue;
    const stem = word.slice(0, -ending.length) + instead;
    if (stem.length < (ending === 'innen' ? MIN_PERSON : MIN_STEM)) continue;
    // "planning" and "plan": English doubles a letter before its ending.
    if ((ending === 'ing' || ending === 'ed') && stem.length > MIN_STEM && DOUBLED.test(stem)) return stem.slice(0, -1);
    return stem;
  }
  return word;
}
