/** Clips for measuring: each another one, of about 2 kB as JSON, with words as frequent as words are. The same number, the same clip. */
import type { Clip } from '../../protocol/clip.ts';
import { createRandom, type Random } from '../sync/random.ts';

const SYLLABLES =
  'werk halle rohr bau schu lung hafen nord ost kran pump plan tag team netz strom küs te fir ma gut pro'.split(' ');
const WORDS = 6_000;

const words = ((): string[] => {
  const random = createRandom(11);
  const made = new Set<string>();
  while (made.size < WORDS)
    made.add(Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES)).join(''));
  return [...made];
})();

/** A few words come all the time and most of them hardly ever (Zipf). */
const word = (random: Random): string => words[Math.floor(WORDS ** random.next()) - 1] ?? '';
const text = (random: Random, length: number): string => {
  let said = word(random);
  while (said.length < length) said += ` ${word(random)}`;
  return said.slice(0, length).trim();
};

/** Odd, so that each number has a place of its own among the 2^32. */
const SPREAD = 2_654_435_761n;

/**
 * A UUID that follows from the number and looks as one that was drawn: what lies side by side in an index or a bucket has
 * nothing to do with what was made one after the other.
 */
export const idOf = (number: number): string =>
  `${((BigInt(number) * SPREAD) % 2n ** 32n).toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** What the bench's queues know of these. */
export const DEPARTMENT = 'personal';
export const GOAL = 'ausbildung';

/** @param variety after so many clips texts come again; addresses and ids never do */
export function benchClip(number: number, variety = Number.POSITIVE_INFINITY): Clip {
  const random = createRandom((number % variety) + 1);
  const title = text(random, 60);
  return {
    id: idOf(number),
    address: `https://intranet.example/${title.replaceAll(' ', '-').slice(0, 40)}/${number}`,
    canonicalAddress: null,
    title,
    kind: 'intranet',
    siteName: 'Intranet',
    byline: [text(random, 14)],
    lang: 'de',
    published: '2026-11-20',
    modified: null,
    excerpt: text(random, 480),
    quote: text(random, 200),
    quotePlace: null,
    access: 'full',
    context: null,
    clippedImage: null,
    cut: [],
    found: { markings: [], personalData: [] },
    departmentId: DEPARTMENT,
    goalId: GOAL,
    note: text(random, 500),
    picture: null,
    capturedAt: 1_780_000_000_000 + number,
  };
}
