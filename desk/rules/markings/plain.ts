/** A text as it is meant: one spelling for what is drawn alike, so that no marking is missed for how it is set. */

import { inPlainLetters, isAscii } from '../../words/plain-letters.ts';

/** Soft hyphens, joiners, marks of direction and other signs that nobody sees. */
const UNSEEN = /[\p{Cf}\u115f\u1160]/gu;
/** V E R T R A U L I C H, also with dots and dashes between. At most so many letters: nobody spaces more. */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ ._*-]{1,2}\p{L}){3,40}(?![\p{L}\p{N}])/gu;

/** The same where only plain letters come, in a fraction of the time. */
const SPACED_ASCII = /(?<![a-z0-9])[a-z](?:[ ._*-]{1,2}[a-z]){3,40}(?![a-z0-9])/gi;

/** Space that is not one blank already; to put a blank in the place of each blank costs as much as all the rest. */
const SPACE = /[^\S ]\s*| \s+/g;

/** What was asked last: a line is looked at for markings, for classes and for an embargo, one after the other. */
const recent = new Map<string, string>();
const MOST_RECENT = 64;
const LONGEST_RECENT = 1_000;

/** Without accents and unseen signs, ligatures and wide letters as plain ones, spaced letters together; case stays. */
export function plain(text: string): string {
  const before = recent.get(text);
  if (before !== undefined) return before;
  const made = madePlain(text);
  if (recent.size >= MOST_RECENT) recent.clear();
  if (text.length <= LONGEST_RECENT) recent.set(text, made);
  return made;
}

function madePlain(text: string): string {
  const letters = inPlainLetters(text, plainRun).replace(SPACE, ' ');
  return letters.replace(isAscii(letters) ? SPACED_ASCII : SPACED, (spaced) => spaced.replace(/[^\p{L}]/gu, '')).trim();
}

/** Letters that are not plain, in plain spelling. */
export const plainRun = (run: string): string =>
  run.replace(UNSEEN, '').normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
