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

/** Made when it is needed: browsers take ten milliseconds to make the first one, and most texts need none. */
let graphemes: Intl.Segmenter | null = null;

/** Letters that are never part of a longer sign together with another one of them. */
const isPlain = (code: number): boolean =>
  (code < 0x300 && code !== 0x0d) ||
  (code >= 0x370 && code <= 0x481) ||
  (code >= 0x620 && code <= 0x64a) ||
  (code >= 0x3041 && code <= 0x3096) ||
  (code >= 0x30a1 && code <= 0x30fa) ||
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3);

/** True where nothing that belongs together is divided, as far as two neighbours show it. */
const isBetween = (text: string, at: number): boolean =>
  text[at] === ' ' || (isPlain(text.charCodeAt(at - 1)) && isPlain(text.charCodeAt(at)));

/** No sign that people write is longer. */
const MAX_SIGN = 1_000;

/** The last place up to `most` that divides no sign. */
function lastBoundary(text: string, most: number): number {
  if (most <= 0 || isBetween(text, most)) return most;
  let start = most - 1;
  while (start > 0 && start > most - MAX_SIGN && !isBetween(text, start)) start -= 1;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let end = start;
  for (const { segment } of graphemes.segment(text.slice(start))) {
    if (end + segment.length > most) break;
    end += segment.length;
  }
  return end;
}

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
  const end = lastBoundary(head, max - 1);
  // A word may end in the last third.
  const from = Math.floor(end * 0.7) + 1;
  const wordEnd = head.slice(from, end).search(/\s\S*$/u);
  const tidy = head.slice(0, wordEnd === -1 ? end : from + wordEnd);
  return { text: `${tidy.trimEnd()}…`, cut: true };
}
