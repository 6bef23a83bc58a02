/** What a word means, alone or as a part of a compound, by `glossary.ts`. */
import { foldText } from '../words/fold.ts';
import { stemOf } from '../words/stem.ts';
import { GLOSSARY } from './glossary.ts';

/** The words of the glossary and their stems, with their meaning; made at the first question. */
let kept: ReadonlyMap<string, string> | null = null;

function meanings(): ReadonlyMap<string, string> {
  if (kept !== null) return kept;
  const found = new Map<string, string>();
  for (const line of GLOSSARY.trim().split('\n')) {
    const words = foldText(line)
      .split(/[\s/]+/)
      .map((word) => word.replaceAll('-', ''));
    // Named after its first word, so that a new line leaves the others what they are.
    const name = `=${words[0] ?? ''}`;
    for (const spelling of words.flatMap((word) => [word, stemOf(word)]))
      if (!found.has(spelling)) found.set(spelling, name);
  }
  kept = found;
  return found;
}

/** Shorter beginnings and ends of a word are chance. */
const MIN_PART = 4;
/** What has to be left of a word beside a part of it. */
const MIN_REST = 3;
const MAX_PART = 16;

/** The meaning of a whole word; null: none that is known. */
export const meaningOf = (word: string, stem: string): string | null =>
  meanings().get(word) ?? meanings().get(stem) ?? null;

/**
 * The meanings of what a compound begins and ends with, the longest parts that are known:
 * "ausbildungswerkstatt" is training and workshop. Costs the same for every word.
 * @param word folded
 */
export function partsOf(word: string, stem: string): string[] {
  const known = meanings();
  const found = new Set<string>();
  for (let length = Math.min(word.length - MIN_REST, MAX_PART); length >= MIN_PART; length -= 1) {
    const meaning = known.get(word.slice(0, length));
    if (meaning === undefined) continue;
    found.add(meaning);
    break;
  }
  for (let length = Math.min(stem.length - MIN_REST, MAX_PART); length >= MIN_PART; length -= 1) {
    const meaning = known.get(stem.slice(-length));
    if (meaning === undefined) continue;
    found.add(meaning);
    break;
  }
  return [...found];
}
