/** Folds case and accents, so that "schul" finds "Schüler" and "cafe" finds "Café". */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/**
 * Whether every word of `query` begins some word of `text`: what people type when they look for a
 * name. Hyphens and slashes part words too.
 */
export function matchesWords(text: string, query: string): boolean {
  const words = fold(text).split(/[\s\-/&,.()]+/u);
  return fold(query)
    .split(/\s+/u)
    .filter((part) => part !== '')
    .every((part) => words.some((word) => word.startsWith(part)));
}
