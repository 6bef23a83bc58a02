/** Which language a text is in, by its script and its most frequent little words. */

import { wordsOf } from './letters.ts';

/** Scripts of one language, or of one that is far more frequent on the web than the others. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['ru', /[\u0400-\u04ff]/g],
];

/** The little words of each language, at most 31 of them; a word of several counts for all of them. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in is that for with are was this',
  de: 'der die das und ist nicht mit den von ein für im',
  fr: 'le la les et des est dans une pour que qui sur',
  es: 'el la los de que y en las por con una para',
  it: 'il di che la è per non una sono del della gli',
  pt: 'o que de não uma os com para em é da do',
  nl: 'de het een van en is dat niet op te zijn voor',
  pl: 'w i na nie się z jest do że to jak od',
  cs: 'a se na je v že s z do to jsou pro',
  sv: 'och att det som en är av för på inte med den',
  da: 'og at det er en af for på ikke med den til',
  no: 'og at det er en av for på ikke med den til',
  fi: 'ja on ei että se oli hän mutta ovat joka kun tai',
  hu: 'a az és hogy nem is egy van meg ez de csak',
  ro: 'și de în la cu nu o pe din că este pentru',
  tr: 've bir bu da için de çok ile olarak daha ne var',
};

/** The share of signs from which on a script counts. Japanese is mostly Chinese signs with some of its own between them. */
const LITTLE = 0.15;
const MIN_LETTERS = 60;
const MIN_WORDS = 6;

const LANGUAGES = Object.keys(WORDS);

/** For every little word its languages, a bit for each. */
let languagesOf: Map<string, number> | undefined;

/**
 * The main language (two letters) of a text and how surely: 0 for a guess, 1 where hardly any word
 * speaks for another one. Null for a text that is too short or in a language it does not know.
 */
export function languageOfText(text: string): { lang: string; certainty: number } | null {
  const sample = text.slice(0, 4_000);
  if (sample.length < MIN_LETTERS) return null;
  const words = wordsOf(sample.toLowerCase());
  const letters = lettersIn(words);
  if (letters < MIN_LETTERS) return null;
  const other = OTHER.test(sample) ? lengthOf(sample.match(OTHERS)) / letters : 0;
  for (const [lang, script] of other > LITTLE ? SCRIPTS : []) {
    const share = (sample.match(script)?.length ?? 0) / letters;
    if (share > (lang === 'ja' ? LITTLE : 0.5))
      return { lang: lang === 'ru' ? cyrillic(sample) : lang === 'ar' ? arabic(sample) : lang, certainty: 1 };
  }
  languagesOf ??= indexed();
  const counts = new Int32Array(LANGUAGES.length);
  let numbers = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    let bits = languagesOf.get(word) ?? 0;
    if (bits === 0 && word.charCodeAt(0) <= LAST_DIGIT) numbers += 1;
    while (bits !== 0) {
      const lang = 31 - Math.clz32(bits);
      counts[lang] = (counts[lang] ?? 0) + 1;
      bits ^= 1 << lang;
    }
  }
  let [first, most, second] = [0, 0, 0];
  for (const [lang, count] of counts.entries()) {
    if (count > most) [first, most, second] = [lang, count, most];
    else if (count > second) second = count;
  }
  if (most < MIN_WORDS || most / (words.length - numbers) < 0.12) return null;
  return { lang: LANGUAGES[first] ?? '', certainty: 1 - second / most };
}

/** Signs that no text in Latin letters has. */
const OTHER = /[^\0-\u036f\u2000-\u20cf]/;
const OTHERS = new RegExp(`${OTHER.source}+`, 'g');

/** A word begins with a letter, which stands behind all digits, or with a digit. */
const LAST_DIGIT = 0x39;

/** How long the words are together; numbers are none. */
function lettersIn(words: readonly string[]): number {
  let sum = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (word.charCodeAt(0) > LAST_DIGIT) sum += word.length;
  }
  return sum;
}

const lengthOf = (parts: readonly string[] | null): number =>
  (parts ?? []).reduce((sum, { length }) => sum + length, 0);

function indexed(): Map<string, number> {
  const index = new Map<string, number>();
  for (let lang = 0; lang < LANGUAGES.length; lang += 1) {
    const words = (WORDS[LANGUAGES[lang] ?? ''] ?? '').split(' ');
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? '';
      index.set(word, (index.get(word) ?? 0) | (1 << lang));
    }
  }
  return index;
}

const cyrillic = (text: string): string =>
  /[іїєґ]/i.test(text) ? 'uk' : /[ђћљњџј]/i.test(text) ? 'sr' : /[ыэ]/i.test(text) ? 'ru' : 'bg';

const arabic = (text: string): string => (/[ٹڈےں]/.test(text) ? 'ur' : /[پچگ]/.test(text) ? 'fa' : 'ar');
