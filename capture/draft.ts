/** What was read → `ClipDraft`: everything within its limit, well formed, and what was cut is said. */
import { blankDraft } from '../protocol/blank-draft.ts';
import type { Access, ClipDraft, ClipKind } from '../protocol/clip.ts';
import { LIMITS } from '../protocol/limits.ts';
import { cutText } from '../protocol/text.ts';
import type { LeadImage } from './image.ts';
import { collapsed, LETTER } from './letters.ts';
import { cutQuote } from './quote.ts';

/** What the signal sources found, of any length and form. */
export type Findings = {
  address: string;
  canonicalAddress: string | null;
  title: string;
  kind: ClipKind;
  siteName: string;
  byline: readonly string[];
  lang: string | null;
  published: string | null;
  modified: string | null;
  excerpt: string;
  image: LeadImage | null;
  access: Access;
  paragraphs: readonly string[];
  /** True when the page was larger than what is read of one. */
  pageCut: boolean;
  /** Where each field was read; empty for one that was not found. */
  signals: ClipDraft['signals'];
};

/** The same without what is said only beside an article. */
export type ArticleFindings = Omit<Findings, 'kind' | 'image'>;

/** What a draft says of the article itself. */
export type Article = Pick<
  ClipDraft,
  'title' | 'byline' | 'siteName' | 'lang' | 'published' | 'canonicalAddress' | 'excerpt' | 'text'
>;

const oneLine = (text: string): string => collapsed(text.slice(0, 20_000)).trim();

/** Paragraphs and UTF-16 units between two yields. */
const PARAGRAPHS_PER_STEP = 500;
const UNITS_PER_STEP = 20_000;

const NO_QUOTE = { text: '', cut: false };

/** The article within its limits, and which of its fields were longer. */
export function* makeArticle(
  found: ArticleFindings,
): Generator<void, { article: Article; isCut: Record<'title' | 'excerpt' | 'text', boolean> }> {
  const title = cutText(oneLine(found.title), LIMITS.title);
  const excerpt = cutText(oneLine(found.excerpt), LIMITS.excerpt);
  yield;
  const text = yield* joinParagraphs(found.paragraphs);
  const article = {
    canonicalAddress: found.canonicalAddress,
    title: title.text,
    siteName: bounded(found.siteName, LIMITS.siteName),
    byline: found.byline.flatMap((name) => bounded(name, LIMITS.byline) ?? []).slice(0, LIMITS.bylines),
    lang: found.lang,
    published: found.published,
    excerpt: excerpt.text,
    text: text.text,
  };
  return { article, isCut: { title: title.cut, excerpt: excerpt.cut, text: text.cut } };
}

/** @param quotePlace the text directive of what was selected */
export function* makeDraft(
  found: Findings,
  selected: string,
  quotePlace: string | null = null,
): Generator<void, ClipDraft> {
  const quote = selected === '' ? NO_QUOTE : cutQuote(selected.trim());
  const { article, isCut } = yield* makeArticle(found);
  yield;
  const wordCount = yield* countWords(article.text);
  const cut: ClipDraft['cut'] = [];
  if (isCut.title) cut.push('title');
  if (isCut.excerpt) cut.push('excerpt');
  if (quote.cut) cut.push('quote');
  if (isCut.text) cut.push('text');
  if (found.pageCut) cut.push('page');
  return {
    ...blankDraft(fittingAddress(found.address)),
    ...article,
    kind: found.kind,
    modified: found.modified,
    quote: quote.text === '' ? null : quote.text,
    access: found.access,
    quotePlace: quote.text === '' ? null : quotePlace,
    cut,
    wordCount,
    imageAddress: found.image?.address ?? null,
    imageAlt: cutText(oneLine(found.image?.alt ?? ''), LIMITS.alt).text,
    signals: namedSignals(found.signals),
  };
}

/** The signals that were found, each within its limit. */
function namedSignals(signals: ClipDraft['signals']): ClipDraft['signals'] {
  const kept = Object.entries(signals).flatMap(([field, from]) => {
    const name = bounded(from, LIMITS.signal);
    return name === null ? [] : [[field, name]];
  });
  return Object.fromEntries(kept);
}

function bounded(text: string, max: number): string | null {
  const kept = cutText(oneLine(text), max).text;
  return kept === '' ? null : kept;
}

/**
 * Only a fragment is left out of an address that is too long: anything else of it may say which page
 * this is. One that does not fit even so fails the draft's schema, and nobody can clip it.
 */
function fittingAddress(address: string): string {
  if (address.length <= LIMITS.address && address.isWellFormed()) return address;
  const url = new URL(address);
  if (url.href.length > LIMITS.address) url.hash = '';
  return url.href;
}

/** Paragraphs on lines of their own up to the limit; only the one that crosses it is cut inside. */
function* joinParagraphs(paragraphs: readonly string[]): Generator<void, { text: string; cut: boolean }> {
  const kept: string[] = [];
  let length = 0;
  for (const paragraph of paragraphs) {
    if (kept.length % PARAGRAPHS_PER_STEP === PARAGRAPHS_PER_STEP - 1) yield;
    const left = LIMITS.pageText - length;
    if (paragraph.length > left) {
      if (left > 1) kept.push(cutText(paragraph, left).text);
      return { text: kept.join('\n'), cut: true };
    }
    kept.push(cutText(paragraph, left).text);
    length += paragraph.length + 1;
  }
  return { text: kept.join('\n'), cut: false };
}

/** Words as a reader counts them; scripts without spaces count one word for two signs. */
function* countWords(text: string): Generator<void, number> {
  let spaced = 0;
  let signs = 0;
  for (let from = 0; from < text.length; ) {
    const most = from + UNITS_PER_STEP;
    // Between two words, where there is such a place.
    const space = most < text.length ? text.lastIndexOf(' ', most) : text.length;
    const part = text.slice(from, space > from ? space : most);
    spaced += part.match(new RegExp(`[${LETTER}0-9][${LETTER}0-9'’-]*`, 'g'))?.length ?? 0;
    signs += part.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
    from += part.length;
    yield;
  }
  return signs > spaced * 2 ? Math.round(signs / 2) : spaced;
}
