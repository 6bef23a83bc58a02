/** What somebody typed, as patterns to look for in a `wordText`; and how well a topic fits it. */
import { foldText } from './fold.ts';
import { stemOf } from './stem.ts';
import { isSearched, MAX_WORD } from './words.ts';

/** One typed word. */
export type QueryWord = {
  /** It fits a `wordText` that contains one of these, spaces included. One or two. */
  patterns: readonly [string] | readonly [string, string];
  /** As whole words: a better fit than a part of one. */
  exact: readonly string[];
  /** At the beginning of a word. */
  start: string;
};

/** A topic fits if it fits all of them. Empty: nothing was typed that could be searched. */
export type Query = readonly QueryWord[];

/** More words narrow no further. */
const MAX_WORDS = 6;
/** From this length on a word is found inside of others, wherever it stands; one letter less only at their end. */
const INSIDE = 5;

/**
 * Reads a search. The last word is unfinished as long as no space follows it, so that "ausbild" finds
 * "Ausbildungswerkstatt". "werkstatt" finds that too, being a part of it of five letters or more; four
 * are enough at the end of a word, where German compounds say what they are ("haus" finds "Rathaus").
 */
export function readQuery(text: string): Query {
  const folded = foldText(text);
  // As long as the index keeps them: what is longer there would be found by nobody who types all of it.
  const words = (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, MAX_WORD));
  const unfinished = /[\p{L}\p{N}]$/u.test(folded) ? words.pop() : undefined;
  const finished = [...new Set(words)].filter(isSearched);
  const query = finished.map((word) => queryWord(word, true));
  // A stop word may be the beginning of another word, but is no search of its own behind others.
  if (unfinished !== undefined && (query.length === 0 || isSearched(unfinished)))
    query.push(queryWord(unfinished, false));
  return query.slice(0, MAX_WORDS);
}

function queryWord(word: string, finished: boolean): QueryWord {
  const stem = stemOf(word);
  const exact = [...new Set([` ${word} `, ` ${stem} `])];
  const start = ` ${stem}`;
  if (stem.length >= INSIDE) return { patterns: [stem], exact, start };
  if (stem.length === INSIDE - 1) return { patterns: [start, `${stem} `], exact, start };
  return { patterns: [finished ? ` ${word} ` : ` ${word}`], exact, start };
}

/** @param text a `wordText` */
export const fitsWord = ({ patterns }: QueryWord, text: string): boolean =>
  text.includes(patterns[0]) || (patterns[1] !== undefined && text.includes(patterns[1]));

/**
 * Whether everything that fits the query fits the earlier one for certain: each earlier word is part of a later one's
 * every pattern. False where it cannot be told.
 */
export const isNarrower = (query: Query, earlier: Query): boolean =>
  earlier.every((word) =>
    query.some(({ patterns }) => patterns.every((later) => word.patterns.some((one) => later.includes(one)))),
  );

/** How well one word fits: 3 as a whole word, 2 at the beginning of one, 1 inside, 0 not at all. */
export function fitOf(word: QueryWord, text: string): 0 | 1 | 2 | 3 {
  if (!fitsWord(word, text)) return 0;
  if (word.exact.some((pattern) => text.includes(pattern))) return 3;
  return text.includes(word.start) ? 2 : 1;
}
