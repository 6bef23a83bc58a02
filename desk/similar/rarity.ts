/** How rare a trait is among the topics that are held: what many have in common says little about two. */
import { isCommon } from './common-words.ts';
import { isEdge, type Trait } from './traits.ts';

/** Natural logarithm of how many topics there are for each that has the trait; above 0. */
export type Rarity = (trait: Trait) => number;

/** So many topics' worth of what is known beforehand: it decides while few are held. */
const PRIOR_TOPICS = 300;
const COMMON = 0.03;
const EDGE = 0.004;
const OTHER = 0.001;

/**
 * @param topicsWith in how many topics a trait is
 * @param topics how many there are
 */
export const rarityAmong =
  (topicsWith: (trait: Trait) => number, topics: number): Rarity =>
  (trait) => {
    const share = isCommon(trait) ? COMMON : isEdge(trait) ? EDGE : OTHER;
    return Math.log((topics + PRIOR_TOPICS + 1) / (Math.min(topicsWith(trait), topics) + PRIOR_TOPICS * share + 0.5));
  };
