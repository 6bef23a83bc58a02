import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { createFormat, type Format } from '../locales/format.ts';
import { createTranslator, type Language, type Translate, type Words } from '../locales/t.ts';

type Reader = { language: Language; now: number };

const ReaderContext = createContext<Reader>({ language: 'en', now: 0 });

/** Wraps a screen once: in which language it speaks, and from when its relative times count. */
export function LanguageProvider({ language, now, children }: Reader & { children: ComponentChildren }) {
  const reader = useMemo(() => ({ language, now }), [language, now]);
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

export const useReader = (): Reader => useContext(ReaderContext);

/** One for each group of words: two hundred rows would otherwise make a thousand of them. */
const translators = { de: new WeakMap<object, Translate<object>>(), en: new WeakMap<object, Translate<object>>() };

export function useWords<Group extends object>(words: Words<Group>): Translate<Group> {
  const { language } = useReader();
  const known = translators[language].get(words);
  // What it was kept for is what it is: the key is the group of words itself.
  if (known !== undefined) return known as Translate<Group>;
  const made = createTranslator(language, words);
  translators[language].set(words, made as Translate<object>);
  return made;
}

export function useFormat(): Format {
  const { language, now } = useReader();
  return useMemo(() => createFormat(language, now), [language, now]);
}
