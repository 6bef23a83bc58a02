/** A part of the visible text → the words of a quote, as an editor reads them. */
import { LIMITS } from '../protocol/limits.ts';
import { cutText } from '../protocol/text.ts';
import type { Span } from './visible-text.ts';

/** Several times the longest quote: what is over is cut, and said to be. */
const MAX_QUOTED = 4_000;
/** A quote whose whole sentences would be shorter than this ends with a word instead. */
const MIN_SENTENCES = 150;

/** Blocks and rows on lines of their own, cells apart by "|", without what cannot be selected. */
export function quotedText(text: string, { start, end }: Span, unselectable: readonly Span[]): string {
  const stop = Math.min(end, start + MAX_QUOTED);
  let quote = '';
  let from = start;
  for (const gap of unselectable) {
    if (gap.end <= from || gap.start >= stop) continue;
    quote += text.slice(from, Math.max(from, gap.start));
    from = gap.end;
  }
  return (quote + text.slice(from, Math.max(from, stop)))
    .replace(/\v/g, '')
    .replace(/[^\S\n]*\t[^\S\n]*/g, ' | ')
    .replace(/ *\n\s*/g, '\n')
    .replace(/[ \f]+/g, ' ')
    .trim();
}

/** At most as long as a quote may be: whole sentences and "…" where that leaves enough. */
export function cutQuote(text: string): { text: string; cut: boolean } {
  if (text.length <= LIMITS.quote) return { text, cut: false };
  // Made when it is needed: making one takes longer than reading a page's title.
  const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  let end = 0;
  for (const { index } of sentences.segment(text.slice(0, LIMITS.quote - 1))) end = index;
  return end < MIN_SENTENCES ? cutText(text, LIMITS.quote) : { text: `${text.slice(0, end).trimEnd()} …`, cut: true };
}
