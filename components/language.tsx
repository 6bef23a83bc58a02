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

export function useWords<Group extends object>(words: Words<Group>): Translate<Group> {
  const { language } = useReader();
  return useMemo(() => createTranslator(language, words), [language, words]);
}

export function useFormat(): Format {
  const { language, now } = useReader();
  return useMemo(() => createFormat(language, now), [language, now]);
}
