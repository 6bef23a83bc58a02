/**
 * What of a topic is compared: its words, their meanings, the beginnings and ends of long ones, and the days it
 * names, each with how much it says by where it stands. Pure, and linear in the length of the text.
 */
import { decode, takeApart } from '../plain-address.ts';
import { stemOf } from '../words/stem.ts';
import { WORDS_VERSION, wordsOf } from '../words/words.ts';
import { daysIn } from './dates.ts';
import { meaningOf, partsOf } from './meanings.ts';

/** Raise it when traits change: what the queue keeps of them is then made anew (`server/similar/`). */
export const TRAITS_VERSION = 1_000 * WORDS_VERSION + 1;

/** What is read of a topic. */
export type Said = { title: string; excerpt: string; address: string };

/**
 * A trait is a stem (`werkstatt`), a meaning (`=werkstatt`), a number (`#4711`), a day (`@8-16`), or the
 * beginning (`<ausbil`) or end (`>kstatt`) of a word.
 */
export type Trait = string;

export type Traits = {
  /** How much each trait says: 1 as a word of the title. */
  weights: ReadonlyMap<Trait, number>;
  /** For traits that can be shown, the word as it is written in the text. */
  shown: ReadonlyMap<Trait, string>;
  /** The stems of the title in their order. */
  title: readonly string[];
  sentences: ReadonlySet<string>;
  host: string;
};

/** How much a place says. Chosen by cross-validation on the open half, where anything near was as good. */
const TITLE = 1;
const SLUG = 0.7;
const EXCERPT = 0.6;
/** How much less a trait says than the word it is taken from. */
const KNOWN_WORD = 0.4;
const PART = 0.6;
const EDGE = 0.4;

const EDGE_LENGTH = 6;
const MIN_EDGED = 5;

/** As `wordsOf` reads words, with the marks that folding takes off. */
const RAW_WORD = /[\p{L}\p{N}\p{M}]+(?:[-\u2010\u2011\u00ad][\p{L}\p{N}\p{M}]+)*/gu;

/** Beginnings and ends are for comparing, not for finding: they are in too many words. */
export const isEdge = (trait: Trait): boolean => trait.startsWith('<') || trait.startsWith('>');

/** Stems, meanings, numbers and days: by which topics are found (`similar-index.ts`, `server/similar/`). */
export const wordTraits = ({ weights }: Traits): Trait[] => [...weights.keys()].filter((trait) => !isEdge(trait));

export function traitsOf({ title, excerpt, address }: Said): Traits {
  const weights = new Map<Trait, number>();
  const shown = new Map<Trait, string>();
  const page = takeApart(address);
  // Titles of documents are often names of files.
  const slug = (page?.path ?? []).map(decode).join(' ').replace(/[_.+]/g, ' ');
  const places = [
    { text: title.replaceAll('_', ' '), says: TITLE, isShown: true },
    { text: excerpt, says: EXCERPT, isShown: true },
    { text: slug, says: SLUG, isShown: false },
  ];
  for (const { text, says, isShown } of places) {
    for (const day of daysIn(text)) raise(weights, `@${day}`, says);
    for (const [raw] of text.matchAll(RAW_WORD)) {
      for (const [trait, share] of traitsOfWord(raw)) {
        raise(weights, trait, says * share);
        if (isShown && !shown.has(trait)) shown.set(trait, raw);
      }
    }
  }
  return {
    weights,
    shown,
    title: wordsOf(title.replaceAll('_', ' ')).map(stemOf),
    sentences: sentencesOf(excerpt),
    host: page?.host ?? '',
  };
}

function raise(weights: Map<Trait, number>, trait: Trait, weight: number): void {
  if ((weights.get(trait) ?? 0) < weight) weights.set(trait, weight);
}

/** Words come again and again; taking them apart is most of the work. */
const MOST_KEPT = 50_000;
const known = new Map<string, readonly (readonly [Trait, number])[]>();

/** @param raw as it is written; a word with a hyphen is several. */
function traitsOfWord(raw: string): readonly (readonly [Trait, number])[] {
  const before = known.get(raw);
  if (before !== undefined) return before;
  if (known.size >= MOST_KEPT) known.clear();
  const traits = wordsOf(raw).flatMap(takeApartWord);
  known.set(raw, traits);
  return traits;
}

function takeApartWord(word: string): (readonly [Trait, number])[] {
  if (/^\d+$/.test(word)) return [[`#${word}`, 1]];
  const stem = stemOf(word);
  const meaning = meaningOf(word, stem);
  const traits: [Trait, number][] =
    meaning === null
      ? [[stem, 1]]
      : [
          [meaning, 1],
          [stem, KNOWN_WORD],
        ];
  for (const part of partsOf(word, stem)) if (part !== meaning) traits.push([part, PART]);
  if (word.length >= MIN_EDGED)
    traits.push([`<${stem.slice(0, EDGE_LENGTH)}`, EDGE], [`>${stem.slice(-EDGE_LENGTH)}`, EDGE]);
  return traits;
}

/** Shorter ones are no boilerplate but chance. */
const MIN_SENTENCE = 12;

const sentencesOf = (text: string): Set<string> =>
  new Set(
    text
      .split(/[.!?]\s+|[.!?]$/)
      .map((sentence) => sentence.trim())
      .filter(({ length }) => length > MIN_SENTENCE),
  );
