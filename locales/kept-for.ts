import { localeOf } from './locale.ts';
import type { Language } from './t.ts';

/**
 * What is made once for each way to write. The browser takes longer to make one of its formatters than to draw a row
 * that has it, and a page asks for hundreds.
 */
export function keptFor<Made>(make: (locale: string) => Made): (language: Language) => Made {
  const kept = new Map<string, Made>();
  return (language) => {
    const locale = localeOf(language);
    const known = kept.get(locale) ?? make(locale);
    kept.set(locale, known);
    return known;
  };
}
