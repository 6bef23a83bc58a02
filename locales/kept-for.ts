import type { Language } from './t.ts';

/**
 * What is made once for each language. The browser takes longer to make one of its formatters than to draw a row
 * that has it, and a page asks for hundreds.
 */
export function keptFor<Made>(make: (language: Language) => Made): (language: Language) => Made {
  const kept = new Map<Language, Made>();
  return (language) => {
    const known = kept.get(language) ?? make(language);
    kept.set(language, known);
    return known;
  };
}
