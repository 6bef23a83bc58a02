/** What everybody would try first: the rule has to be better than these. */
import type { Topic } from './set.ts';

export type Scorer = (a: Topic, b: Topic) => number;

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The share of words that two titles have in common. */
export const titleJaccard: Scorer = (a, b) => {
  const one = new Set(words(a.title));
  const other = new Set(words(b.title));
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared || 1);
};

/** Cosine of the words of title and excerpt, weighted by how rare they are among these topics. */
export function tfIdf(topics: readonly Topic[]): Scorer {
  const vectors = new Map<Topic, Map<string, number>>();
  const having = new Map<string, number>();
  for (const topic of topics) {
    const counts = new Map<string, number>();
    for (const word of words(`${topic.title} ${topic.excerpt}`)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const word of counts.keys()) having.set(word, (having.get(word) ?? 0) + 1);
    vectors.set(topic, counts);
  }
  for (const counts of vectors.values())
    for (const [word, count] of counts) counts.set(word, count * Math.log(topics.length / (having.get(word) ?? 1)));
  const length = (vector: Map<string, number>) => Math.hypot(...vector.values());
  return (a, b) => {
    const [one, other] = [vectors.get(a) ?? new Map<string, number>(), vectors.get(b) ?? new Map<string, number>()];
    let shared = 0;
    for (const [word, value] of one) shared += value * (other.get(word) ?? 0);
    return shared / (length(one) * length(other) || 1);
  };
}
