/** Where a text stops for those who have not paid or signed in, and an offer stands in its place. */
import type { Shown } from './access.ts';
import { endsSentence } from './blocks.ts';
import { metaValue } from './meta.ts';
import { blockOf, type Page, textIn, textLengths } from './page.ts';

/** What only an offer in the place of the rest says. Plain "subscribe" is everywhere. */
const OFFERS = new RegExp(
  [
    /\b(?:subscribe|sign ?up|log ?in|sign ?in|register|join)\b.{0,40}\bto (?:continue|keep|read|unlock)/,
    /^to (?:continue|keep) reading\b|\bto read the (?:full|rest|whole)|\b(?:continue|keep) reading (?:with|for)\b/,
    /\b(?:article|story|content|post) is (?:only )?(?:for|available (?:only )?to|exclusive(?:ly)? (?:for|to)|reserved for) .{0,20}(?:subscribers|members)/,
    /\bunlock (?:this|the full) (?:article|story)/,
    /\b(?:jetzt |hier )?weiterlesen mit\b|^(?:jetzt|hier) weiterlesen\W*$|\bmit .{1,20} weiterlesen\b/,
    /\bum (?:diesen (?:artikel|beitrag|text)|den (?:ganzen|vollständigen|gesamten) (?:artikel|beitrag|text)|weiter) ?(?:weiter)?(?:zu)? ?(?:lesen|zulesen)/,
    /\b(?:exklusiv|nur) für (?:unsere )?(?:abonnent|mitglieder|registrierte|digital-?abonn)/,
    /\b(?:artikel|beitrag|inhalt) (?:freischalten|ist (?:kostenpflichtig|exklusiv|nur für))/,
    /\br[ée]serv[ée] aux abonn[ée]s|\bpour lire la suite|\bexclusivo para suscriptores/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);
const BOXES =
  /(?:^|[\s-])(?:paywall|regwall|pay-?gate|piano-?\w*|gateway|subscription-?wall|premium-?wall|meter-?wall)(?=[\s-]|$)/;
/** A text that fades out or is said to be cut. */
const FADES =
  /(?:^|[\s-])(?:truncated|fade-?out|(?:article|text|content|body|story|teaser|paywall)-+(?:[a-z]+-)?fade)(?=[\s-]|$)/;
/** What the offer costs: where its headline is a button, its price begins it. */
const PRICES =
  /(?:€|\$|£|\beuro\b).{0,40}\b(?:monat|woche|jahr|month|week|year)|\b(?:monatlich|jederzeit) kündbar|cancel any ?time/i;
/** Longer than this, a line is no offer's headline. */
const MAX_OFFER = 160;
/** Less than this in the paid part is its frame, not its text. */
const EMPTY_PART = 200;
/** Lines searched for an offer: those of a page with a short text. */
const MAX_LINES = 4_000;

type PaywallSign = { from: string; paragraphs: readonly string[] };

/** The sign by which the text stops, with the text before the offer; null if all of it is there. */
export function paywallSign({ evidence, main }: Shown): PaywallSign | null {
  const { page, meta, things } = evidence;
  const paid = things.filter((thing) => thing.paid);
  const parts = paid.flatMap(({ paidParts }) => paidParts).slice(0, 10);
  const known = parts.map((selector) => partLength(page, selector)).filter((length) => length !== null);
  // The paid part is there with its text: an overlay asks for money, but nothing is kept back.
  if (known.some((length) => length > EMPTY_PART)) return null;
  const offer = offerIn(page);
  const paragraphs = beforeOffer(main.paragraphs, offer);
  if (known.length > 0) return { from: 'json-ld hasPart', paragraphs };
  if (offer === null) return null;
  if (paid.length > 0) return { from: 'json-ld isAccessibleForFree', paragraphs };
  if (metaValue(meta, 'article:content_tier').toLowerCase() === 'locked')
    return { from: 'meta article:content_tier', paragraphs };
  if (page.nodes.some(({ hints, hidden }) => !hidden && BOXES.test(hints))) return { from: 'paywall box', paragraphs };
  const last = paragraphs.at(-1) ?? '';
  const stops = /(?:…|\.\.\.)\W*$/.test(last) || (last.length > 60 && !endsSentence(last));
  const fades = page.nodes.some(({ hints }) => FADES.test(hints));
  return stops || fades ? { from: 'text stops at an offer', paragraphs } : null;
}

/** The length of the text in the parts that a plain `.class` or `#id` names; null if there is no such part. */
function partLength(page: Page, selector: string): number | null {
  const name = /[.#]([\w-]+)\s*$/.exec(selector.slice(0, 200))?.[1];
  if (name === undefined) return null;
  const words = hintOf(name);
  const lengths = textLengths(page);
  let length: number | null = null;
  for (const [index, { hints }] of page.nodes.entries()) {
    if (hints.includes(words) && ` ${hints} `.includes(` ${words} `)) length = (length ?? 0) + lengths(index);
  }
  return length;
}

/** A name as the walk writes it. */
const hintOf = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/_+/g, '-');

/** The line with which an offer to read on begins, outside menus; null without one. */
function offerIn(page: Page): string | null {
  for (const run of page.runs.slice(0, MAX_LINES)) {
    if (run.text.length > MAX_OFFER || run.text.length < 12 || !OFFERS.test(run.text.trim())) continue;
    const line = textIn(page, blockOf(page, run.node), MAX_OFFER + 1);
    if (line.length <= MAX_OFFER) return line;
  }
  return null;
}

/** The first line of an offer may be in the text or not; whatever follows it there is the offer. */
function beforeOffer(paragraphs: readonly string[], offer: string | null): readonly string[] {
  if (offer === null) return paragraphs;
  const begins = (text: string): boolean =>
    text.includes(offer) || OFFERS.test(text.slice(0, MAX_OFFER)) || (text.length < MAX_OFFER && PRICES.test(text));
  const at = paragraphs.findIndex(begins);
  return at <= 0 ? paragraphs : paragraphs.slice(0, at);
}
