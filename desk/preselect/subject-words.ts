/** Which subjects a word speaks of, alone, as a part of a compound or together with its neighbours (`subjects.ts`). */
import { foldText } from '../words/fold.ts';
import { stemOf } from '../words/stem.ts';
import { wordsOf } from '../words/words.ts';
import { SUBJECTS } from './subjects.ts';

/** The line of the list that names no subject. */
const FALSE_FRIENDS = '-';

type Subjects = readonly string[];
const NONE: Subjects = [];

/** What is kept of the list: made at the first question. Phrases stand under their stems, joined by hyphens. */
let kept: ReadonlyMap<string, Subjects> | null = null;
/** Words that look like one of the list and are not: "Montag" is no "Montage". */
const falseFriends = new Set<string>();

function known(): ReadonlyMap<string, Subjects> {
  if (kept !== null) return kept;
  const found = new Map<string, Set<string>>();
  for (const line of SUBJECTS.trim().split('\n')) {
    const [name = '', words = ''] = line.split(': ');
    for (const word of words.split(' ')) {
      if (name === FALSE_FRIENDS) {
        falseFriends.add(foldText(word));
        continue;
      }
      const key = keyOf(word);
      const subjects = found.get(key) ?? new Set();
      found.set(key, subjects.add(name));
    }
  }
  kept = new Map([...found].map(([key, subjects]) => [key, [...subjects]]));
  return kept;
}

/** `tag-der-offenen-tür` as a page's words are read: stop words gone, each a stem. */
const keyOf = (word: string): string =>
  word.includes('-') ? wordsOf(word.replaceAll('-', ' ')).map(stemOf).join('-') : stemOf(foldText(word));

/** Shorter parts of a word are chance: so many letters at its ends, and so many inside. */
const MIN_END = 5;
const MIN_INSIDE = 7;
/** What has to be left of a word beside a part of it. */
const MIN_REST = 3;
const MAX_PART = 16;

const MOST_KEPT = 20_000;
const parts = new Map<string, Subjects>();

/** @param word folded */
export function subjectsOfWord(word: string, stem: string): Subjects {
  const whole = known().get(stem);
  if (falseFriends.has(word)) return NONE;
  if (whole !== undefined) return whole;
  if (stem.length < MIN_END + MIN_REST) return NONE;
  const before = parts.get(stem);
  if (before !== undefined) return before;
  if (parts.size >= MOST_KEPT) parts.clear();
  const found = subjectsInside(stem);
  parts.set(stem, found);
  return found;
}

/** The longest part wins; what overlaps it is not looked for. Costs the same for every word: words are cut at 40 letters. */
function subjectsInside(stem: string): Subjects {
  for (let length = Math.min(stem.length - MIN_REST, MAX_PART); length >= MIN_END; length -= 1) {
    const found = new Set<string>();
    for (let from = 0; from + length <= stem.length; from += 1) {
      const atAnEnd = (from === 0 || from >= MIN_REST) && (from === 0 || from + length === stem.length);
      if (!atAnEnd && (length < MIN_INSIDE || from < MIN_REST)) continue;
      for (const subject of known().get(stem.slice(from, from + length)) ?? NONE) found.add(subject);
    }
    if (found.size > 0) return [...found];
  }
  return NONE;
}

/** @param stems of two or three words in a row */
export const subjectsOfPhrase = (stems: readonly string[]): Subjects => known().get(stems.join('-')) ?? NONE;
