/** How good a rule is on one half of the labelled set. */
import { compareTraits, SIMILAR_FROM } from '../../../desk/similar/compare.ts';
import { traitsOf } from '../../../desk/similar/traits.ts';
import { type Scorer, tfIdf, titleJaccard } from './floors.ts';
import { type Pair, rarityOf, readCrowd, readPairs, type Topic, topicsOf } from './set.ts';

export type Figures = {
  /** Of what is suggested of same and different pairs, how much is the same. */
  precision: number;
  recall: number;
  /** How many of the related pairs are suggested: welcome, but no miss where they are not. */
  related: number;
  /** Same pairs whose second topic is among the first five when it stands among all others. */
  recallAt5: number;
  relatedAt5: number;
  /** How many of the first five that are suggested to a topic are of another story; about 770 topics are there. */
  wrongPerTopic: number;
};

/** @param from suggested from this score on; null: the best of all for this half by F1, which favours the rule. */
function figuresOf(pairs: readonly Pair[], topics: readonly Topic[], score: Scorer, from: number | null): Figures {
  const scored = pairs.map((pair) => ({ label: pair.label, score: score(pair.a, pair.b) }));
  const of = (label: Pair['label']) => scored.filter((pair) => pair.label === label);
  const at = (limit: number) => {
    const shown = (label: Pair['label']) => of(label).filter((pair) => pair.score >= limit && pair.score > 0).length;
    const same = shown('same');
    return {
      precision: same / (same + shown('different') || 1),
      recall: same / of('same').length,
      related: shown('related') / of('related').length,
    };
  };
  const limits = from === null ? scored.map((pair) => pair.score).filter((value) => value > 0) : [from];
  const limit = limits.reduce((best, next) => (f1(at(next)) > f1(at(best)) ? next : best), limits[0] ?? 1);
  let wrong = 0;
  const found = { same: 0, related: 0, different: 0 };
  for (const { a, b, label } of pairs) {
    const own = score(a, b);
    let better = 0;
    let others = 0;
    for (const other of topics) {
      if (other === a || other === b) continue;
      const value = score(a, other);
      if (value > 0 && value >= own) better += 1;
      if (value > 0 && value >= limit) others += 1;
    }
    wrong += Math.min(others, own > 0 && own >= limit && better < 5 ? 4 : 5);
    if (own > 0 && better < 5) found[label] += 1;
  }
  return {
    ...at(limit),
    recallAt5: found.same / of('same').length,
    relatedAt5: found.related / of('related').length,
    wrongPerTopic: wrong / pairs.length,
  };
}

const f1 = ({ precision, recall }: { precision: number; recall: number }): number =>
  (2 * precision * recall) / (precision + recall || 1);

/** The shipped rule as it is, and the floors at their own best. */
export function measure(half: 'open' | 'sealed'): { ours: Figures; jaccard: Figures; tfIdf: Figures } {
  const pairs = readPairs(half);
  const topics = [...topicsOf(pairs), ...readCrowd()];
  const rarity = rarityOf(topics);
  const traits = new Map(topics.map((topic) => [topic, traitsOf(topic)]));
  const of = (topic: Topic) => traits.get(topic) ?? traitsOf(topic);
  return {
    ours: figuresOf(pairs, topics, (a, b) => compareTraits(of(a), of(b), rarity).score, SIMILAR_FROM),
    jaccard: figuresOf(pairs, topics, titleJaccard, null),
    tfIdf: figuresOf(pairs, topics, tfIdf(topics), null),
  };
}
