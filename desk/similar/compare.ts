/** How likely two topics are of one matter, and by which words they seem so. */
import { isCommon } from './common-words.ts';
import { isFiller } from './filler-words.ts';
import type { Rarity } from './rarity.ts';
import { isEdge, type Trait, type Traits } from './traits.ts';

export type Likeness = {
  /** 0 to 1; the same whichever of the two is asked about. */
  score: number;
  /** Why: what both have, the best evidence first, as the first of the two writes it; no fillers. */
  words: string[];
};

/** What is seen of two topics side by side, each between 0 and about 1; what they mean: `WEIGHTS`. */
export type Signs = {
  /** Cosine of what both say, rare traits counting more. */
  overlap: number;
  /** How many rare things they have in common: one name alone is no story. */
  evidence: number;
  /** Titles made after one pattern, "Menu week 18" and "Menu week 19", "We mourn A" and "We mourn B". */
  pattern: number;
  /** Whole sentences that both have: the text around a story, not the story. */
  boilerplate: number;
  /** The same publisher repeats its patterns; another one who writes of the same rare things writes of the same story. */
  sameHost: number;
  /** How little one of them says. */
  brevity: number;
};

/** Learned by `npm run learn:similar` from the open half; see docs/similar.md. */
export const WEIGHTS: Record<keyof Signs | 'bias', number> = {
  bias: -0.05,
  overlap: 6.2,
  evidence: 3.5,
  pattern: -5.4,
  boilerplate: -4.53,
  sameHost: -1.02,
  brevity: -15.92,
};

/** From here on two topics are said to be similar. Chosen on the open half with its background; see docs/similar.md. */
export const SIMILAR_FROM = 0.45;

/** A trait this rare is evidence: in about one of twenty topics or fewer. */
const RARE = 3;
/** Fewer words than these say nothing that could be compared. */
const MIN_WORDS = 3;
const MOST_WORDS = 5;

/** Too short to judge: nothing is suggested to it, and it to nothing. */
export function isTooShort({ weights }: Traits): boolean {
  let words = 0;
  for (const trait of weights.keys()) {
    if (!isEdge(trait) && !/^[#@]/.test(trait)) words += 1;
    if (words >= MIN_WORDS) return false;
  }
  return true;
}

export function compareTraits(a: Traits, b: Traits, rarity: Rarity): Likeness {
  if (isTooShort(a) || isTooShort(b)) return { score: 0, words: [] };
  const signs = signsOf(a, b, rarity);
  if (signs.overlap === 0) return { score: 0, words: [] };
  let sum = WEIGHTS.bias;
  for (const [name, value] of Object.entries(signs)) sum += WEIGHTS[name as keyof Signs] * value;
  return { score: 1 / (1 + Math.exp(-sum)), words: sharedWords(a, b, rarity) };
}

export function signsOf(a: Traits, b: Traits, rarity: Rarity): Signs {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let shared = 0;
  let rare = 0;
  for (const [trait, weight] of small.weights) {
    const other = large.weights.get(trait);
    if (other === undefined) continue;
    const says = rarity(trait);
    shared += weight * other * says * says;
    if (says > RARE && !isEdge(trait)) rare += 1;
  }
  return {
    overlap: shared / Math.sqrt(lengthOf(a, rarity) * lengthOf(b, rarity)),
    evidence: Math.log1p(rare) / 3,
    pattern: patternOf(a.title, b.title),
    boilerplate: boilerplateOf(a.sentences, b.sentences),
    sameHost: a.host !== '' && a.host === b.host ? 1 : 0,
    brevity: 1 / Math.sqrt(small.weights.size),
  };
}

function lengthOf({ weights }: Traits, rarity: Rarity): number {
  let sum = 0;
  for (const [trait, weight] of weights) sum += (weight * rarity(trait)) ** 2;
  return sum;
}

/** How much of the longer title stands at the same end of the other, if both then say something else. */
function patternOf(a: readonly string[], b: readonly string[]): number {
  const shorter = Math.min(a.length, b.length);
  let same = 0;
  while (same < shorter && a[same] === b[same]) same += 1;
  let end = 0;
  while (end < shorter - same && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const fixed = same + end;
  return fixed < shorter ? fixed / Math.max(a.length, b.length) : 0;
}

function boilerplateOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let same = 0;
  for (const sentence of a) if (b.has(sentence)) same += 1;
  return same / Math.max(a.size, b.size);
}

/**
 * The words that both have, the best evidence first; one word is said once, however many traits it has. Fillers and what
 * many topics have are no reasons. Where nothing else is left: numbers, meanings and compounds that are alike at one end.
 */
function sharedWords(a: Traits, b: Traits, rarity: Rarity): string[] {
  const rank = (trait: Trait) => Math.min(a.weights.get(trait) ?? 0, b.weights.get(trait) ?? 0) * rarity(trait);
  const shared = [...a.weights.keys()].filter((trait) => b.weights.has(trait) && a.shown.has(trait));
  shared.sort((one, other) => rank(other) - rank(one) || (one < other ? -1 : 1));
  const say = (traits: readonly Trait[]) => {
    const words = new Map(traits.map((trait) => a.shown.get(trait) ?? '').map((word) => [word.toLowerCase(), word]));
    return [...words.values()].slice(0, MOST_WORDS);
  };
  const isReason = (trait: Trait) =>
    !isEdge(trait) && rarity(trait) > RARE && !isCommon(trait) && !isFiller(a.shown.get(trait) ?? '');
  const reasons = say(shared.filter(isReason));
  if (reasons.length > 0) return reasons;
  const isHint = (trait: Trait) =>
    trait.startsWith('#') || (/^[=<>]/.test(trait) && !isFiller(a.shown.get(trait) ?? ''));
  return say(shared.filter(isHint));
}
