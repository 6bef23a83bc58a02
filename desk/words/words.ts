/** A text as search words, the same on a device and in the queue. Pure; who searches is `query.ts`. */
import { foldText } from './fold.ts';
import { stemOf } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/**
 * Raise it when folding, stemming, stop words or the form of `wordText` change: what was kept by other
 * rules is then computed anew, on devices (`storage/topic-cards.ts`) and in the queue (`server/search`).
 */
export const WORDS_VERSION = 1;

/** Longer ones are no words but addresses and keys; cut, so that a row stays small. */
const MAX_WORD = 40;
/** Signs within a word: its parts are words, and together they are one ("E-Mail" is found as "email"). */
const JOINED = /[\p{L}\p{N}]+(?:[-\u2010\u2011\u00ad][\p{L}\p{N}]+)*/gu;
const JOINTS = /[-\u2010\u2011\u00ad]/;

/** A sign that says nothing alone, unlike those of Chinese or Japanese. */
const isTooShort = (word: string): boolean => word.length < 2 && word < '\u3000';

/** Every word of a text, folded, in its order, repeated as often as it stands there; no stop words. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [joined] of foldText(text).matchAll(JOINED)) {
    const parts = joined.split(JOINTS);
    if (parts.length > 1 && parts.length < 4) parts.push(parts.join(''));
    for (const part of parts) if (!isTooShort(part) && !isStopWord(part)) words.push(part.slice(0, MAX_WORD));
  }
  return words;
}

/** The stems of a text, each once: what two texts have in common is what their stems have. */
export const stemsOf = (text: string): Set<string> => new Set(wordsOf(text).map(stemOf));

/**
 * What is kept of texts to search them: each word once, and its stem where that is another, between
 * spaces (` werkes werk `), to be looked through with the patterns of `query.ts`. Empty for no words.
 */
export function wordText(texts: readonly string[]): string {
  const kept = new Set<string>();
  for (const text of texts)
    for (const word of wordsOf(text)) {
      kept.add(word);
      kept.add(stemOf(word));
    }
  return kept.size === 0 ? '' : ` ${[...kept].join(' ')} `;
}
