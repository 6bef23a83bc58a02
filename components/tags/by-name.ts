import { textIn } from '../../locales/local-text.ts';
import type { Language } from '../../locales/t.ts';
import type { LocalText } from '../../protocol/strategy.ts';

/** Making one is slow, and lists are drawn again and again. */
const collators = new Map<Language, Intl.Collator>();

function collatorOf(language: Language): Intl.Collator {
  const made = collators.get(language) ?? new Intl.Collator(language);
  collators.set(language, made);
  return made;
}

/** Entries in the order in which somebody looks for them: by their names in the reader's language. */
export const byName = <T extends { name: LocalText }>(entries: readonly T[], language: Language): T[] =>
  [...entries].sort((one, other) =>
    collatorOf(language).compare(textIn(language, one.name), textIn(language, other.name)),
  );
