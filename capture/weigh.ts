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
function sumOf(traits: readonly string[], weights: Weights): number {
  let total = 0;
  for (let at = 0; at < traits.length; at += 1) total += weights[traits[at] as string] ?? 0;
  return total;
}

/** Adds to `traits` those that are not among them: a handful, so no set is made of them. */
function join(traits: string[], more: readonly string[]): void {
  for (let at = 0; at < more.length; at += 1) {
    const trait = more[at] as string;
    if (!traits.includes(trait)) traits.push(trait);
  }
}

/** Candidates joined by key, heaviest first; at equal weight the earlier one stands first. */
export function weigh(
  candidates: readonly Candidate[],
  weights: Weights,
  key: (value: string) => string = sameWords,
): Group[] {
  const found = new Map<string, { best: Candidate; weight: number; traits: string[] }>();
  for (let at = 0; at < candidates.length; at += 1) {
    const candidate = candidates[at] as Candidate;
    const name = key(candidate.value);
    if (name === '') continue;
    const weight = sumOf(candidate.traits, weights);
    let group = found.get(name);
    if (group === undefined) {
      group = { best: candidate, weight, traits: [] };
      found.set(name, group);
    } else if (weight > group.weight) {
      group.best = candidate;
      group.weight = weight;
    }
    join(group.traits, candidate.traits);
  }
  const groups: Group[] = [];
  found.forEach(({ best, traits }) => {
    groups.push({ ...best, traits, support: sumOf(traits, weights) });
  });
  return groups.sort((a, b) => b.support - a.support);
}
