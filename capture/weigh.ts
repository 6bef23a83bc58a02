/**
 * How a field is decided: every signal source offers candidates with a weight and the reason it has
 * it; equal values add up, so two weak sources that agree beat a strong one that stands alone.
 */

export type Candidate = {
  value: string;
  /** Where it was read, for example `meta og:title`: for tests and for people who ask why. */
  from: string;
  weight: number;
};

export type Weighed = Candidate & { support: number };

/** Lower-case words without punctuation: what makes two spellings the same. */
export function sameWords(text: string): string {
  const head = text.length > 1_000 ? text.slice(0, 1_000) : text;
  const hit = known.get(head);
  if (hit !== undefined) return hit;
  const folded = head.normalize('NFKC').toLowerCase();
  const words = (folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(head, words);
  return words;
}

/** Titles and first paragraphs are compared again and again. */
const known = new Map<string, string>();
const MAX_KNOWN = 2_000;

/** Of candidates with the same key only the heaviest: repeating itself makes no source more right. */
export function strongest(candidates: readonly Candidate[], key: (value: string) => string = sameWords): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const name = key(candidate.value);
    if (candidate.weight > (best.get(name)?.weight ?? 0)) best.set(name, candidate);
  }
  return [...best.values()];
}

/**
 * Candidates of equal words joined, heaviest first; at equal weight the earlier one stands first.
 * The spelling that is kept is that of the heaviest candidate of its group.
 */
export function weigh(candidates: readonly Candidate[], key: (value: string) => string = sameWords): Weighed[] {
  const groups = new Map<string, Weighed>();
  for (const candidate of candidates) {
    const name = key(candidate.value);
    if (name === '') continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { ...candidate, support: candidate.weight });
    else {
      group.support += candidate.weight;
      if (candidate.weight > group.weight) Object.assign(group, candidate);
    }
  }
  return [...groups.values()].sort((a, b) => b.support - a.support);
}
