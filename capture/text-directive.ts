/**
 * A part of a page's text → the text directive that finds it again: `text=prefix-,start,end,-suffix`,
 * to stand behind `#:~:`. Browsers look for the first match by whole words, regardless of case and
 * accents, and none of the four may cross from one block into another (WICG, "URL Fragment Text Directives").
 */
import { LIMITS } from '../protocol/limits.ts';
import type { Span } from './visible-text.ts';

/** Units of UTF-16. What is longer is named by its first and last words: a small change inside does no harm then. */
const MAX_EXACT = 80;
/** Words at the two ends of a long quote, and how many around it are tried until it is the only one. */
const END_WORDS = 4;
const CONTEXT_WORDS = [0, 2, 5, 10];
/** Far enough to find the ends of the words around a place, in any language. */
const WORD_WINDOW = 64;
const FOLD_STEP = 50_000;

/** What a match does not cross. */
const BREAK = /[\n\t\v\f]/;
/** Made when something is selected: making one takes longer than reading a page's title. */
let segmenter: Intl.Segmenter | null = null;

function wordsOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return segmenter.segment(text);
}

/** The same span, with the words that it begins and ends in the middle of. */
export const wholeWords = (text: string, { start, end }: Span): Span => ({
  start: wordAt(text, start)?.start ?? start,
  end: wordAt(text, end)?.end ?? end,
});

/** The word that a place stands inside of; null between words. */
function wordAt(text: string, at: number): Span | null {
  const from = Math.max(0, at - WORD_WINDOW);
  const found = wordsOf(text.slice(from, at + WORD_WINDOW)).containing(at - from);
  if (found?.isWordLike !== true || from + found.index === at) return null;
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

/** As a browser compares: without case, without accents, every kind of space alike. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s/g, ' ');

/** The folded text, made in steps; directives of several spans share it. */
export function* foldText(text: string): Generator<void, string> {
  let folded = '';
  for (let from = 0; from < text.length; from += FOLD_STEP) {
    folded += fold(text.slice(from, from + FOLD_STEP));
    yield;
  }
  return folded;
}

/** @returns null if no directive can tell the span from other parts of the text. */
export function textDirective(text: string, folded: string, span: Span): string | null {
  const whole = text.slice(span.start, span.end);
  const exact = whole.length <= MAX_EXACT && !BREAK.test(whole);
  const headEnd = exact ? span.end : forward(text, span.start, END_WORDS, span.end);
  const tailStart = exact ? span.start : Math.max(headEnd, backward(text, span.end, END_WORDS, span.start));
  for (const count of CONTEXT_WORDS) {
    const before = backward(text, span.start, count, 0);
    const after = forward(text, span.end, count, text.length);
    const first = fold(text.slice(before, exact ? after : headEnd));
    const at = folded.indexOf(first);
    if (at < 0 || folded.indexOf(first, at + 1) >= 0) continue;
    if (!exact) {
      const last = fold(text.slice(tailStart, after)).trim();
      const lastAt = at + fold(text.slice(before, tailStart)).length;
      if (folded.indexOf(last, at + first.length) < lastAt) continue;
    }
    const directive = compose(
      text.slice(before, span.start),
      text.slice(span.start, headEnd),
      exact ? '' : text.slice(tailStart, span.end),
      text.slice(span.end, after),
    );
    return directive.length <= LIMITS.quotePlace ? directive : null;
  }
  return null;
}

const encode = (part: string): string => encodeURIComponent(part.trim().toWellFormed()).replaceAll('-', '%2D');

function compose(prefix: string, start: string, end: string, suffix: string): string {
  const parts = [encode(start)];
  if (prefix.trim() !== '') parts.unshift(`${encode(prefix)}-`);
  if (end !== '') parts.push(encode(end));
  if (suffix.trim() !== '') parts.push(`-${encode(suffix)}`);
  return `text=${parts.join(',')}`;
}

/** The end of the `count`th word from `from`, in the block that begins there or next, at most `max`. */
function forward(text: string, from: number, count: number, max: number): number {
  const start = from + (text.slice(from, from + 1).match(/\s/)?.[0].length ?? 0);
  const block = text.slice(start, Math.min(max, start + 40 * count)).split(BREAK, 1)[0] ?? '';
  const found = [...wordsOf(block)].filter(({ isWordLike }) => isWordLike).slice(0, count);
  const last = found.at(-1);
  if (last === undefined) return from;
  const end = start + last.index + last.segment.length;
  return found.length < count ? start + block.length : end;
}

/** The same in the other direction. */
function backward(text: string, to: number, count: number, min: number): number {
  const end = to - (text.slice(to - 1, to).match(/\s/)?.[0].length ?? 0);
  const block =
    text
      .slice(Math.max(min, end - 40 * count), end)
      .split(BREAK)
      .at(-1) ?? '';
  const found = [...wordsOf(block)].filter(({ isWordLike }) => isWordLike).slice(-count);
  const first = found[0];
  if (count === 0 || first === undefined) return to;
  return found.length < count ? end - block.length : end - block.length + first.index;
}
