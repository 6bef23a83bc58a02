/** The labelled pairs and their background; what they are: tests/desk/similar-pairs.md. */
import { readFileSync } from 'node:fs';
import { type Rarity, rarityAmong } from '../../../desk/similar/rarity.ts';
import { type Said, type Trait, traitsOf, wordTraits } from '../../../desk/similar/traits.ts';

export type Topic = Said & { kind: string; lang: string };
export type Pair = { id: string; a: Topic; b: Topic; label: 'same' | 'related' | 'different' };

const read = (name: string) => JSON.parse(readFileSync(new URL(`../similar-${name}.json`, import.meta.url), 'utf8'));

export const readPairs = (half: 'open' | 'sealed'): Pair[] => read(`pairs-${half}`);
export const readCrowd = (): Topic[] => read('crowd');

export const topicsOf = (pairs: readonly Pair[]): Topic[] => pairs.flatMap(({ a, b }) => [a, b]);

/** How rare words are among these topics, as a device that holds them would see it. */
export function rarityOf(topics: readonly Topic[]): Rarity {
  const counts = new Map<Trait, number>();
  for (const topic of topics)
    for (const trait of wordTraits(traitsOf(topic))) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  return rarityAmong((trait) => counts.get(trait) ?? 0, topics.length);
}
