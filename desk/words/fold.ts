/**
 * One spelling for each word, whoever writes it: "Schülerpraktikum", "Schuelerpraktikum" and
 * "schulerpraktikum" are folded alike, and so are "Straße" and "Strasse", "Café" and "Cafe".
 */

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
const ASCII = /^[\0-\x7f]*$/;

/** Lower case, without marks, umlauts and sharp s as plain letters. Costs O(length). */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  const plain = ASCII.test(lower)
    ? lower
    : lower
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFC')
        .replace(WHOLE_LETTER, (letter) => WHOLE_LETTERS[letter] ?? letter);
  return plain.replace(SPELT_UMLAUT, (pair) => pair.charAt(0));
}
