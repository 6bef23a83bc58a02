/** A text as it is meant: one spelling for what is drawn alike, so that no marking is missed for how it is set. */

/** Soft hyphens, joiners, marks of direction and other signs that nobody sees. */
const UNSEEN = /[\p{Cf}\u115f\u1160]/gu;
/** V E R T R A U L I C H, also with dots and dashes between. At most so many letters: nobody spaces more. */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ ._*-]{1,2}\p{L}){3,40}(?![\p{L}\p{N}])/gu;

/** Without accents and unseen signs, ligatures and wide letters as plain ones, spaced letters together; case stays. */
export const plain = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/\s+/g, ' ')
    .replace(SPACED, (letters) => letters.replace(/[^\p{L}]/gu, ''))
    .trim();
