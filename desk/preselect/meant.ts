/** What texts are about, as a map from traits to how much each is said: stems, meanings and subjects. Pure. */
import { meaningOf, partsOf } from '../similar/meanings.ts';
import { stemOf } from '../words/stem.ts';
import { wordsOf } from '../words/words.ts';
import { subjectsOfPhrase, subjectsOfWord } from './subject-words.ts';

/** A stem (`werkstatt`), a meaning (`=werkstatt`) or a subject (`~apprentices`). */
export type Trait = string;
export type Place = { text: string; says: number };
/** What is said by other means than words. */
export type Given = { trait: Trait; says: number };

export type Meant = {
  /** Between 0 and 1: much said counts little more than said. */
  weights: ReadonlyMap<Trait, number>;
  /** For each trait the word that said it first, as it is written. */
  shown: ReadonlyMap<Trait, string>;
};

export const isSubject = (trait: Trait): boolean => trait.startsWith('~');

/** As `wordsOf` reads words, with the marks that folding takes off. */
const RAW_WORD = /[\p{L}\p{N}\p{M}]+(?:[-\u2010\u2011\u00ad][\p{L}\p{N}\p{M}]+)*/gu;
const PART = 0.6;

/** Costs O(length of the texts). A word counts once, where it says most. */
export function meantBy(places: readonly Place[], given: readonly Given[] = []): Meant {
  const stems = new Map<string, { says: number; raw: string; word: string }>();
  const sums = new Map<Trait, number>();
  const shown = new Map<Trait, string>();
  const add = (trait: Trait, says: number, raw: string) => {
    sums.set(trait, (sums.get(trait) ?? 0) + says);
    if (!shown.has(trait)) shown.set(trait, raw);
  };
  const phrases = new Set<string>();
  for (const { text, says } of places) {
    let before: { stem: string; raw: string }[] = [];
    for (const [raw] of text.matchAll(RAW_WORD)) {
      for (const word of wordsOf(raw)) {
        const stem = stemOf(word);
        const held = stems.get(stem);
        if (held === undefined || held.says < says) stems.set(stem, { says, raw: held?.raw ?? raw, word });
        before = [...before.slice(-2), { stem, raw }];
        for (let length = 2; length <= before.length; length += 1) {
          const phrase = before.slice(-length);
          const subjects = subjectsOfPhrase(phrase.map((one) => one.stem));
          const key = phrase.map((one) => one.stem).join(' ');
          if (subjects.length === 0 || phrases.has(key)) continue;
          phrases.add(key);
          const written = [...new Set(phrase.map((one) => one.raw))].join(' ');
          for (const subject of subjects) add(`~${subject}`, says * 1.5, written);
        }
      }
    }
  }
  for (const [stem, { says, raw, word }] of stems) {
    for (const subject of subjectsOfWord(word, stem)) add(`~${subject}`, says, raw);
    const meaning = meaningOf(stem, stem);
    add(meaning ?? stem, says, raw);
    for (const part of partsOf(stem, stem)) if (part !== meaning) add(part, says * PART, raw);
  }
  for (const { trait, says } of given) sums.set(trait, (sums.get(trait) ?? 0) + says);
  return { weights: new Map([...sums].map(([trait, sum]) => [trait, 1 - Math.exp(-sum)])), shown };
}
