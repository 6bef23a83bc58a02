import { endsSentence } from './blocks.ts';
import { MAX_FIELD } from './capture-limits.ts';
import type { Evidence } from './evidence.ts';
import { collapsed } from './letters.ts';
import type { MainText } from './main-text.ts';
import { metaValue } from './meta.ts';
import { sameWords } from './weigh.ts';

/** A description shorter than this says no more than the title. */
const MIN_LENGTH = 40;

/** Longer than any title. */
const MAX_SAME = 400;

/** What the page is about in its own words: its description if it is about this page, else its first real paragraph. */
export function readExcerpt(
  { meta, things }: Evidence,
  main: MainText,
  title: string,
): { value: string; from: string } {
  const stated = [
    { text: metaValue(meta, 'og:description'), from: 'meta og:description' },
    { text: metaValue(meta, 'description'), from: 'meta description' },
    { text: metaValue(meta, 'twitter:description', 'dc.description'), from: 'meta twitter:description' },
    { text: things.find(({ description }) => description !== '')?.description ?? '', from: 'json-ld description' },
  ].map(({ text, from }) => ({
    value: collapsed(text.includes('<') ? text.replace(/<[^>]{1,200}>/g, ' ') : text).trim(),
    from,
  }));
  const about = stated.find(({ value }) => value.length >= MIN_LENGTH && isAbout(value, main, title));
  if (about !== undefined) return about;
  // A title, a line of names and a date say nothing of what the page is about; a sentence does.
  const { paragraphs } = main;
  const isOther = (text: string): boolean => text.length > MAX_SAME || sameWords(text) !== sameWords(title);
  const paragraph =
    paragraphs.find((text) => text.length >= MIN_LENGTH && endsSentence(text) && isOther(text)) ??
    paragraphs.find((text) => text.length >= MIN_LENGTH && isOther(text)) ??
    paragraphs.find(isOther);
  if (paragraph !== undefined) return { value: collapsed(paragraph.slice(0, MAX_FIELD)).trim(), from: 'text' };
  return stated.find(({ value }) => value !== '') ?? { value: '', from: '' };
}

/**
 * True if the description shares its longer words with the page: many sites describe themselves on
 * every page with one sentence. Pages without a text cannot contradict their description.
 */
function isAbout(description: string, main: MainText, title: string): boolean {
  if (main.paragraphs.length === 0) return true;
  const page = new Set(sameWords(`${title} ${main.paragraphs.slice(0, 12).join(' ').slice(0, 900)}`).split(' '));
  const words = sameWords(description)
    .split(' ')
    .filter((word) => word.length >= 5);
  const shared = words.filter((word) => page.has(word)).length;
  return words.length === 0 || shared / words.length >= 0.3;
}
