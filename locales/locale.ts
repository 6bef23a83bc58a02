/** In which region's way dates and numbers are written. */
import type { Language } from './t.ts';

/** Where the browser says nothing of a region: British dates, since colleagues all over Europe read them. */
const USUAL: Record<Language, string> = { de: 'de', en: 'en-GB' };

/** @param preferred as `navigator.languages`: the first of this language with a region is followed */
export const localeOf = (language: Language, preferred: readonly string[] = navigator.languages): string =>
  preferred.find((tag) => /^[a-z]{2}-[A-Z]{2}$/.test(tag) && tag.startsWith(`${language}-`)) ?? USUAL[language];
