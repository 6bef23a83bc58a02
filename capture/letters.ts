/**
 * Letters as ranges for a class of a pattern, which is made where it is first asked for. `\p{L}` says it better, but
 * the browser works out its long table for each pattern anew, and a page waits for that.
 */

/** Small letters, and those of scripts that have but one kind; with marks that stand on them. */
export const SMALL = String.raw`a-z\xaa\xb5\xba\xdf-\xf6\xf8-\u02af\u0370-\u1fff\u3040-\ud7ff\uf900-\ufeff`;
/** All of them. */
export const LETTER = String.raw`A-Z\xc0-\xd6\xd8-\xde${SMALL}`;

/** True if a text begins with a capital. */
export const isCapital = (text: string): boolean => {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
};
