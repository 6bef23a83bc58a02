/**
 * Text as it may cross a boundary: well formed, bounded, and cut where a reader would cut it.
 */
import * as z from 'zod/mini';

/** Lone surrogates break JSON readers and UTF-8 columns, a NUL ends texts in databases and in C. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** A string of at most `max` UTF-16 units that every part can store. */
export const boundedText = (max: number) =>
  z.string().check(z.maxLength(max), z.refine(isStorable, { error: 'lone surrogate or NUL' }));

/** A bounded text that says something: not empty and not only white space. */
export const requiredText = (max: number) =>
  boundedText(max).check(z.refine((text) => text.trim() !== '', { error: 'empty' }));

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Cuts `text` to at most `max` UTF-16 units, ending in "…" when something was left out.
 * Never cuts through an emoji or an accented letter, prefers the end of a word if one is near,
 * and repairs what cannot be stored. Costs O(max), however long the text is.
 */
export function cutText(text: string, max: number): { text: string; cut: boolean } {
  const whole = text.length <= max;
  // One grapheme cluster can be dozens of units long; 64 more than needed always show where it ends.
  const head = (whole ? text : text.slice(0, max + 64)).toWellFormed().replaceAll('\0', '\ufffd');
  if (whole) return { text: head, cut: false };
  let end = 0;
  for (const { index, segment } of graphemes.segment(head)) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  const kept = head.slice(0, end);
  const wordEnd = kept.search(/\s\S*$/u);
  const tidy = wordEnd > end * 0.7 ? kept.slice(0, wordEnd) : kept;
  return { text: `${tidy.trimEnd()}…`, cut: true };
}
