/**
 * How a field is decided. Every signal source offers candidates with traits: where each was read, how
 * it stands there, what it agrees with. Candidates of equal words are one, with the traits of all of
 * them; the weights of the traits (weights.ts) add up, and the heaviest wins. So two weak sources that
 * agree beat a strong one that stands alone, and repeating itself makes no source more right.
 */

import { wordsOf } from './letters.ts';

export type Candidate = {
  value: string;
  /** Where it was read, for example `meta og:title`: for tests and for people who ask why. */
  from: string;
  traits: readonly string[];
};

export type Weights = Readonly<Record<string, number>>;

/** Candidates of equal words, joined. The spelling and the source are those of the heaviest of them. */
export type Group = Candidate & { support: number };

/** Lower-case words without punctuation: what makes two spellings the same. */
export function sameWords(text: string): string {
  const head = text.length > 1_000 ? text.slice(0, 1_000) : text;
  const hit = known.get(head);
  if (hit !== undefined) return hit;
  const folded = head.normalize('NFKC').toLowerCase();
  const words = wordsOf(folded).join(' ');
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(head, words);
  return words;
}

/** Titles and first paragraphs are compared again and again. */
const known = new Map<string, string>();
const MAX_KNOWN = 2_000;

/** The weight of all of these traits together. */
function sumOf(traits: Iterable<string>, weights: Weights): number {
  let total = 0;
  for (const trait of traits) total += weights[trait] ?? 0;
  return total;
}

/** Candidates joined by key, heaviest first; at equal weight the earlier one stands first. */
export function weigh(
  candidates: readonly Candidate[],
  weights: Weights,
  key: (value: string) => string = sameWords,
): Group[] {
  const groups = new Map<string, { best: Candidate; weight: number; traits: Set<string> }>();
  for (const candidate of candidates) {
    const name = key(candidate.value);
    if (name === '') continue;
    const weight = sumOf(candidate.traits, weights);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { best: candidate, weight, traits: new Set(candidate.traits) });
    else {
      for (const trait of candidate.traits) group.traits.add(trait);
      if (weight > group.weight) Object.assign(group, { best: candidate, weight });
    }
  }
  return [...groups.values()]
    .map(({ best, traits }) => ({ ...best, traits: [...traits], support: sumOf(traits, weights) }))
    .sort((a, b) => b.support - a.support);
}
