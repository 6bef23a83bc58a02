/** Sentences in the person's language: typed keys, `{name}` placeholders, plurals by `Intl`. */

import { keptFor } from './kept-for.ts';

export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One group of sentences in every language; a page bundles only the groups that its components import. */
export type Words<Group> = Readonly<Record<Language, Group>>;

/** `clips.one` and `clips.other` are asked for as `clips`. */
type Key<Group> = keyof Group extends infer K
  ? K extends `${infer Base}.${'one' | 'other'}`
    ? Base
    : K extends string
      ? K
      : never
  : never;

type Values = Readonly<Record<string, string | number>>;
export type Translate<Group> = (key: Key<Group>, values?: Values) => string;

/** The language to speak: the one that was set, else German for browsers that prefer it to English. */
export function chooseLanguage(choice: 'auto' | Language, preferred: readonly string[]): Language {
  if (choice !== 'auto') return choice;
  for (const tag of preferred) {
    const spoken = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (spoken !== undefined) return spoken;
  }
  return 'en';
}

export const numbersOf = keptFor((locale) => new Intl.NumberFormat(locale));
const pluralsOf = keptFor((locale) => new Intl.PluralRules(locale));

/**
 * A function that says the sentence of a key. `{count}` chooses the plural and numbers are written as
 * the language writes them. Pure: the same arguments give the same function.
 */
export function createTranslator<Group extends object>(language: Language, words: Words<Group>): Translate<Group> {
  const sentences = new Map<string, string>(Object.entries(words[language]));
  return (key, values = {}) => {
    const count = values.count;
    const plural = typeof count === 'number' ? `${key}.${pluralsOf(language).select(count)}` : key;
    const sentence = sentences.get(plural) ?? sentences.get(key) ?? key;
    return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      return typeof value === 'number' ? numbersOf(language).format(value) : value;
    });
  };
}
