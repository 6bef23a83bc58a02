/**
 * Letters as ranges for a class of a pattern, which is made where it is first asked for. `\p{L}` says it better, but
 * the browser works out its long table for each pattern anew, and a page waits for that.
 */

/** Small letters, and those of scripts that have but one kind; with marks that stand on them. */
const SMALL = String.raw`a-z\xaa\xb5\xba\xdf-\xf6\xf8-\u02af\u0370-\u1fff\u3040-\ud7ff\uf900-\ufeff`;
/** All of them. */
export const LETTER = String.raw`A-Z\xc0-\xd6\xd8-\xde${SMALL}`;

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** True if there is a digit in `text`. A plain pattern is cheap, where a loop over every sign of a hundred lines is not. */
export const hasDigit = (text: string): boolean => DIGIT.test(text);

const DIGIT = /[0-9]/;

const isAsciiCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;

/** What a pattern calls `[SMALL]`. */
export function isSmallLetter(code: number): boolean {
  if (code < 0xaa) return code >= 0x61 && code <= 0x7a;
  if (code < 0x2b0) return (code >= 0xdf && code !== 0xf7) || code === 0xaa || code === 0xb5 || code === 0xba;
  return (code >= 0x370 && code < 0x2000) || (code >= 0x3040 && code < 0xd800) || (code >= 0xf900 && code < 0xff00);
}

/** What a pattern calls `[LETTER]`. */
export const isLetter = (code: number): boolean =>
  isSmallLetter(code) || isAsciiCapital(code) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);

/** What a pattern calls `\w`. */
export const isWordSign = (code: number): boolean =>
  isDigit(code) || (code >= 0x61 && code <= 0x7a) || isAsciiCapital(code) || code === 0x5f;

/** True if `text` holds `word`, which begins and ends with a letter, with nothing of another word at either end: `\bword\b`. */
export function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isWordSign(text.charCodeAt(at - 1)) && !isWordSign(text.charCodeAt(at + word.length))) return true;
  }
  return false;
}

/** What a pattern calls `\s`. */
export const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 9 && code <= 13) || (code >= 0xa0 && String.fromCharCode(code).trim() === '');

let words: RegExp | undefined;

/** The words and numbers in a text, all with the one pattern that is compiled for them. */
export function wordsOf(text: string): string[] {
  words ??= new RegExp(`[${LETTER}0-9]+`, 'g');
  return text.match(words) ?? [];
}

/**
 * White space as single spaces. One pattern for all who ask, which leaves single spaces as they are: most texts need
 * nothing replaced, and each pattern of its own is compiled while a page waits.
 */
export const collapsed = (text: string): string => text.replace(WHITE_SPACE, ' ');
export const WHITE_SPACE = /\s{2,}|[^\S ]/g;

/** In small letters, unit for unit: the one capital that would become two signs, the Turkish İ, becomes one. */
export function inSmall(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text.replaceAll('İ', 'i').toLowerCase();
}

/** True if a text begins with a capital. */
export const isCapital = (text: string): boolean => {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
};
