/** Where a text stops for those who have not paid or signed in, and an offer stands in its place. */
import type { Shown } from './access.ts';
import { endsSentence } from './blocks.ts';
import { metaValue } from './meta.ts';
import { blockOf, type Page, textIn, textLengths } from './page.ts';

/**
 * What only an offer in the place of the rest says, English, German and French, in small letters: words that are in all
 * that a pattern finds, and the pattern, for one is dear that is asked for the first time. Plain "subscribe" is everywhere.
 */
const OFFERS: readonly { words: readonly string[]; pattern: RegExp }[] = [
  {
    words: ['to continue', 'to keep', 'to read', 'to unlock'],
    pattern:
      /\b(?:subscri\w+|sign ?up|log ?in|sign ?in|register|join)\b.{0,40}\bto (?:continue|keep|read|unlock)|^to (?:continue|keep) reading\b|\bto read the (?:full|rest)/,
  },
  { words: ['reading with'], pattern: /\b(?:continue|keep) reading with\b/ },
  { words: ['subscribers', 'members'], pattern: /\b(?:article|story) is .{0,30}(?:subscribers|members)/ },
  { words: ['unlock th'], pattern: /\bunlock th(?:is|e full) (?:article|story)/ },
  {
    words: ['weiterlesen'],
    pattern: /\bweiterlesen mit\b|^(?:jetzt|hier) weiterlesen\W*$|\bmit .{1,20} weiterlesen\b/,
  },
  { words: ['lesen'], pattern: /\bum .{0,30}(?:artikel|beitrag|text) .{0,12}lesen/ },
  {
    words: ['abonnent', 'mitglieder', 'registriert'],
    pattern: /\b(?:exklusiv|nur) für .{0,12}(?:abonnent|mitglieder|registriert)/,
  },
  { words: ['freischalten', 'kostenpflichtig'], pattern: /\b(?:artikel|beitrag) (?:freischalten|ist kostenpflichtig)/ },
  { words: ['réservé aux abonné', 'pour lire la suite'], pattern: /réservé aux abonné|pour lire la suite/ },
];
const isOffer = (text: string): boolean => {
  const small = text.toLowerCase();
  for (let at = 0; at < OFFERS.length; at += 1) {
    const { words, pattern } = OFFERS[at] as (typeof OFFERS)[number];
    for (let word = 0; word < words.length; word += 1) {
      if (small.includes(words[word] as string) && pattern.test(small)) return true;
    }
  }
  return false;
};
/** What the offer costs: where its headline is a button, its price begins it. */
const PRICES = /(?:[€$£]|\beuro\b).{0,40}\b(?:monat|woche|jahr|month|week|year)|kündbar|cancel any ?time/i;
/** The box of the offer, or a text that fades out. */
const NAMES =
  /(?:^|[\s-])(?:(?:pay|reg)-?wall|gateway|truncated|fade-?out|(?:article|text|content|body|story)-+fade)(?=[\s-]|$)/;
/** Longer than this, a line is no offer's headline. */
const MAX_OFFER = 160;
/** Less than this in the paid part is its frame, not its text. */
const EMPTY_PART = 200;

/** The sign by which the text stops, with the text before the offer; null if all of it is there. */
export function paywallSign({ evidence, main }: Shown): { from: string; paragraphs: readonly string[] } | null {
  const { page, meta, things } = evidence;
  const paid = things.filter((thing) => thing.paid);
  const known = paid.flatMap(({ paidParts }) => paidParts.slice(0, 5).map((selector) => partLength(page, selector)));
  // The paid part is there with its text: an overlay asks for money, but nothing is kept back.
  if (known.some((length) => length > EMPTY_PART)) return null;
  const isKeptBack = known.some((length) => length >= 0);
  const offer = offerIn(page);
  if (offer === null) return isKeptBack ? { from: 'json-ld hasPart', paragraphs: main.paragraphs } : null;
  const begins = (text: string): boolean =>
    text.includes(offer) || (text.length <= MAX_OFFER && (isOffer(text) || PRICES.test(text)));
  const at = main.paragraphs.findIndex(begins);
  const paragraphs = at > 0 ? main.paragraphs.slice(0, at) : main.paragraphs;
  const last = paragraphs.at(-1) ?? '';
  const from =
    (paid.length > 0 && 'json-ld isAccessibleForFree') ||
    (metaValue(meta, 'article:content_tier') === 'locked' && 'meta article:content_tier') ||
    (page.nodes.some(({ hints, hidden }) => !hidden && NAMES.test(hints)) && 'paywall box') ||
    ((/(?:…|\.\.\.)\W*$/.test(last) || (last.length > 60 && !endsSentence(last))) && 'text stops at an offer');
  return from === false ? null : { from, paragraphs };
}

/** The length of the text in the parts that a plain `.class` or `#id` names; -1 if there is no such part. */
function partLength(page: Page, selector: string): number {
  const lengths = textLengths(page);
  const name = bare(/[.#]([\w-]+)\s*$/.exec(selector.slice(0, 200))?.[1] ?? '');
  let length = -1;
  for (const [index, { hints }] of page.nodes.entries()) {
    if (name !== '' && hints.split(' ').some((hint) => bare(hint) === name)) length = Math.max(length, lengths(index));
  }
  return length;
}

/** A name however its words are divided. */
const bare = (name: string): string => name.replace(/[\W_]/g, '').toLowerCase();

/** The line with which an offer to read on begins; null without one. Only asked of pages with a short text. */
function offerIn(page: Page): string | null {
  for (let at = 0; at < page.runs.length; at += 1) {
    const { node, text } = page.runs[at] as Page['runs'][number];
    if (text.length > MAX_OFFER || text.length < 12 || !isOffer(text.trim())) continue;
    const line = textIn(page, blockOf(page, node), MAX_OFFER + 1);
    if (line.length <= MAX_OFFER) return line;
  }
  return null;
}
