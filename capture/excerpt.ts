import type { Evidence } from './evidence.ts';
import type { MainText } from './main-text.ts';
import { metaValue } from './meta.ts';
import { sameWords } from './weigh.ts';

/** A description shorter than this says no more than the title. */
const MIN_LENGTH = 40;

/** What the page is about in its own words: its description if it is about this page, else its first real paragraph. */
export function readExcerpt({ meta, things }: Evidence, main: MainText, title: string): string {
  const stated = [
    metaValue(meta, 'og:description'),
    metaValue(meta, 'description'),
    metaValue(meta, 'twitter:description', 'dc.description'),
    things.find(({ description }) => description !== '')?.description ?? '',
  ].map((text) =>
    text
      .replace(/<[^>]{1,200}>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const about = stated.find((text) => text.length >= MIN_LENGTH && isAbout(text, main, title));
  if (about !== undefined) return about;
  const paragraph = main.paragraphs.find((text) => text.length >= MIN_LENGTH) ?? main.paragraphs[0];
  return (paragraph ?? stated.find((text) => text !== '') ?? '').replace(/\s+/g, ' ').trim();
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
