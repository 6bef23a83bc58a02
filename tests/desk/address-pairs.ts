/** Labelled pairs of addresses, and what the rules make of them. How they were labelled: `address-pairs.md`. */
import { readFileSync } from 'node:fs';
import { pageAddress } from '../../desk/address.ts';

export type AddressPair = {
  a: string;
  b: string;
  canonicalA?: string;
  canonicalB?: string;
  same: boolean;
  why: string;
  group: string;
};

export const readPairs = (half: 'open' | 'sealed'): AddressPair[] =>
  JSON.parse(readFileSync(new URL(`address-pairs-${half}.json`, import.meta.url), 'utf8'));

export const areJoined = ({ a, b, canonicalA, canonicalB }: AddressPair): boolean =>
  pageAddress(a, canonicalA ?? null) === pageAddress(b, canonicalB ?? null);

/** A wrong join mixes two topics, a missed one leaves two topics of one page: they are counted apart. */
export function judge(pairs: AddressPair[]) {
  const wrong = pairs.filter((pair) => !pair.same && areJoined(pair)).length;
  const missed = pairs.filter((pair) => pair.same && !areJoined(pair)).length;
  return { pairs: pairs.length, same: pairs.filter(({ same }) => same).length, joinedWrongly: wrong, missed };
}
