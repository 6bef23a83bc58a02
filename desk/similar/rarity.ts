/** How rare a trait is among the topics that are held: what many have in common says little about two. */
import { isCommon } from './common-words.ts';
import { isEdge, type Trait } from './traits.ts';

/** Natural logarithm of how many topics there are for each that has the trait; above 0. */
export type Rarity = (trait: Trait) => number;

/** So many topics' worth of what is known beforehand: it decides while few are held. */
const PRIOR_TOPICS = 300;
const COMMON = 0.03;
const OTHER = 0.001;
/** Beginnings and ends of words are not counted: there are too many of them, and they are never found by. */
const EDGE_RARITY = 5;

/**
 * @param topicsWith in how many topics a trait is
 * @param topics how many there are; asked once for each trait
 */
export function rarityAmong(topicsWith: (trait: Trait) => number, topics: number): Rarity {
  const known = new Map<Trait, number>();
  return (trait) => {
    if (isEdge(trait)) return EDGE_RARITY;
    const before = known.get(trait);
    if (before !== undefined) return before;
    const expected = PRIOR_TOPICS * (isCommon(trait) ? COMMON : OTHER);
    const having = Math.min(topicsWith(trait), topics);
    const rarity = Math.log((topics + PRIOR_TOPICS + 1) / (having + expected + 0.5));
    known.set(trait, rarity);
    return rarity;
  };
}
