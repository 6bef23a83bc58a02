/** A text as search words, the same on a device and in the queue. Pure; who searches is `query.ts`. */
import { foldText } from './fold.ts';
import { isAscii } from './plain-letters.ts';
import { stemOf } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/**
 * Raise it when folding, stemming, stop words or the form of `wordText` change: what was kept by other
 * rules is then computed anew, on devices (`storage/topic-cards.ts`) and in the queue (`server/search`).
 */
export const WORDS_VERSION = 2;

/** Longer ones are no words but addresses and keys; cut, so that a row stays small. */
export const MAX_WORD = 40;
/** Signs within a word: its parts are words, and together they are one ("E-Mail" is found as "email"). */
const JOINED = /[\p{L}\p{N}]+(?:[-\u2010\u2011\u00ad][\p{L}\p{N}]+)*/gu;
/** The same where only plain letters come: of what is folded that is nearly all, and it takes a fraction of the time. */
const JOINED_ASCII = /[a-z0-9]+(?:-[a-z0-9]+)*/g;
const JOINTS = /[-\u2010\u2011\u00ad]/;

/** A sign that says nothing alone, unlike those of Chinese or Japanese. */
const isTooShort = (word: string): boolean => word.length < 2 && word < '\u3000';

/** "Halle 4", "Teil 2": whoever searches means that one. That two texts have a 4 in common says nothing about them. */
const isDigit = (word: string): boolean => word.length === 1 && word >= '0' && word <= '9';

/** Whether a typed or kept word is searched by. */
export const isSearched = (word: string): boolean => (!isTooShort(word) || isDigit(word)) && !isStopWord(word);

/** Every word of a text, folded, in its order, repeated as often as it stands there; no stop words. */
export const wordsOf = (text: string): string[] =>
  joinedIn(foldText(text)).flatMap((joined) => partsOfJoined(joined).filter(saysSomething));

const saysSomething = (word: string): boolean => !isTooShort(word);

/** @param folded lower case already */
const joinedIn = (folded: string): string[] => folded.match(isAscii(folded) ? JOINED_ASCII : JOINED) ?? [];

function partsOfJoined(joined: string): string[] {
  const parts = joined.split(JOINTS);
  if (parts.length > 1 && parts.length < 4) parts.push(parts.join(''));
  return parts.filter(isSearched).map((part) => part.slice(0, MAX_WORD));
}

/** The stems of a text, each once: what two texts have in common is what their stems have. */
export const stemsOf = (text: string): Set<string> => new Set(wordsOf(text).map(stemOf));

/** Words come again and again; taking them apart is most of the work. */
const MOST_KNOWN = 20_000;
const known = new Map<string, readonly string[]>();

function wordsAndStems(joined: string): readonly string[] {
  const before = known.get(joined);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = partsOfJoined(joined).flatMap((word) => [word, stemOf(word)]);
  // A key that nobody says twice is not worth its place.
  if (joined.length <= MAX_WORD) known.set(joined, found);
  return found;
}

/**
 * What is kept of texts to search them: each word once, and its stem where that is another, between
 * spaces (` werkes werk `), to be looked through with the patterns of `query.ts`. Empty for no words.
 */
export function wordText(texts: readonly string[]): string {
  const kept = new Set<string>();
  for (const text of texts)
    for (const joined of joinedIn(foldText(text))) for (const word of wordsAndStems(joined)) kept.add(word);
  return kept.size === 0 ? '' : ` ${[...kept].join(' ')} `;
}
