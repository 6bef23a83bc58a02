/** Where the words of a query stand in a text that is shown. */
import { foldText } from './fold.ts';
import { fitsWord, type Query } from './query.ts';
import { wordText } from './words.ts';

/** From and to, in UTF-16 units of the text. */
export type Mark = readonly [from: number, to: number];

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text that made it fit, in order. A word of several parts is marked whole. */
export function marksIn(text: string, query: Query): Mark[] {
  if (query.length === 0) return [];
  const marks: Mark[] = [];
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const kept = wordText([found[0]]) || ` ${(foldText(found[0]).match(WORD) ?? []).join(' ')} `;
    if (query.some((word) => fitsWord(word, kept))) marks.push([found.index, found.index + found[0].length]);
  }
  return marks;
}
