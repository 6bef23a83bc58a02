/** All topics of a device, ready to be asked which are similar to one: an inverted list over their traits. */
import { compareTraits, type Likeness, SIMILAR_FROM } from './compare.ts';
import { type Rarity, rarityAmong } from './rarity.ts';
import { type Said, type Trait, type Traits, traitsOf, wordTraits } from './traits.ts';

export type Found = Likeness & { id: string };

export type SimilarIndex = {
  /** Adds a topic, or replaces what was said of it. */
  put(id: string, said: Said): void;
  delete(id: string): void;
  /** The most similar ones, the best first; those under the threshold only if it is asked for. */
  find(said: Said, options: { limit: number; except?: (id: string) => boolean; from?: number }): Found[];
  readonly size: number;
};

/** So many entries of the lists are looked at, those of rare traits first: more than these are no news. */
const MOST_ENTRIES = 3_000;
/** So many candidates are compared in full. */
export const MOST_COMPARED = 60;

export function createSimilarIndex(): SimilarIndex {
  const topics = new Map<string, Traits>();
  const having = new Map<Trait, Set<string>>();

  function remove(id: string): void {
    const traits = topics.get(id);
    if (traits === undefined) return;
    for (const trait of wordTraits(traits)) having.get(trait)?.delete(id);
    topics.delete(id);
  }

  function candidates(traits: Traits, rarity: Rarity, except: (id: string) => boolean): string[] {
    const rarest = wordTraits(traits)
      .map((trait) => ({ trait, says: rarity(trait), ids: having.get(trait) ?? new Set<string>() }))
      .sort((one, other) => one.ids.size - other.ids.size || (one.trait < other.trait ? -1 : 1));
    const rough = new Map<string, number>();
    let entries = 0;
    for (const { trait, says, ids } of rarest) {
      entries += ids.size;
      if (entries > MOST_ENTRIES && rough.size > 0) break;
      const weight = traits.weights.get(trait) ?? 0;
      for (const id of ids)
        rough.set(id, (rough.get(id) ?? 0) + weight * (topics.get(id)?.weights.get(trait) ?? 0) * says * says);
    }
    return [...rough]
      .filter(([id]) => !except(id))
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MOST_COMPARED)
      .map(([id]) => id);
  }

  return {
    put(id, said) {
      remove(id);
      const traits = traitsOf(said);
      topics.set(id, traits);
      for (const trait of wordTraits(traits)) {
        const ids = having.get(trait);
        if (ids === undefined) having.set(trait, new Set([id]));
        else ids.add(id);
      }
    },
    delete: remove,
    find(said, { limit, except = () => false, from = SIMILAR_FROM }) {
      const traits = traitsOf(said);
      const rarity = rarityAmong((trait) => having.get(trait)?.size ?? 0, topics.size);
      return bestOf(
        candidates(traits, rarity, except).flatMap((id) => {
          const other = topics.get(id);
          return other === undefined ? [] : [{ id, ...compareTraits(traits, other, rarity) }];
        }),
        { limit, from },
      );
    },
    get size() {
      return topics.size;
    },
  };
}

/** Those from a threshold on, the best first; equal ones in the order of their ids, so that an answer is the same twice. */
export const bestOf = <F extends Found>(found: readonly F[], { limit, from }: { limit: number; from: number }): F[] =>
  found
    .filter(({ score }) => score >= from && score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
