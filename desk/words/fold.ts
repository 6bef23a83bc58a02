/**
 * One spelling for each word, whoever writes it: "Schülerpraktikum", "Schuelerpraktikum" and
 * "schulerpraktikum" are folded alike, and so are "Straße" and "Strasse", "Café" and "Cafe".
 */

import { inPlainLetters } from './plain-letters.ts';

/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE_LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const WHOLE_LETTER = /[ßæœøłđðþı]/g;
/**
 * Umlauts as they are typed without a German keyboard. No umlaut follows a, e or q: the words of
 * "neue", "Bauer" and "Quelle" keep theirs. "Poet" becomes "pot" and "Duell" "dull": the same on both
 * sides, so they are found, and what they could be mixed up with is rare.
 */
const SPELT_UMLAUT = /ae|oe|(?<![aeq])ue/g;

/** Lower case, without marks, umlauts and sharp s as plain letters. Costs O(length). */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return inPlainLetters(lower, folded).replace(SPELT_UMLAUT, (pair) => pair.charAt(0));
}

/** Marks are nobody's base and go in the end: what other letters do beside one changes nothing. */
const folded = (run: string): string =>
  run
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(WHOLE_LETTER, (letter) => WHOLE_LETTERS[letter] ?? letter);
