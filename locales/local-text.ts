import type { Language } from './t.ts';

type Texts = { de?: string | undefined; en?: string | undefined };

/** A text of the strategy in the reader's language, else in the other one. */
export const textIn = (language: Language, text: Texts | null | undefined): string =>
  text?.[language] ?? text?.de ?? text?.en ?? '';
