/** What the page as a whole says of its blocks: how much it holds, and what it declares itself to be. */
import type { Block } from './blocks.ts';
import { isQuestion } from './discussion.ts';
import type { Evidence } from './evidence.ts';
import { isOneOf, type Thing } from './json-ld.ts';
import { metaValue } from './meta.ts';
import type { Outline } from './outline.ts';
import { parsedUrl } from './parsed-url.ts';
import { log } from './text-words.ts';

export const PAGE_FEATURES = `pageText pageProse pageLinks pageBlocks pageLongest containerShare containerLinks
  discussion isArticle isQuestion openGraph articles path`.split(/\s+/);

const ARTICLES = ['article', 'blogposting', 'report'];

/** The numbers of `PAGE_FEATURES`. */
export function pageFeatures(
  { page, things, meta, discussion }: Evidence,
  blocks: readonly Block[],
  outline: Outline,
  container: number,
): number[] {
  const top = Math.max(container, 0);
  const containerText = Math.max(1, outline.text[top] ?? 1);
  const total = Math.max(1, outline.text[0] ?? 0);
  const isOf = (is: (thing: Thing) => boolean): number => (things.some(is) ? 1 : 0);
  const openGraph = metaValue(meta, 'og:type');
  return [
    log(total),
    log(Math.max(1, outline.prose[0] ?? 0)),
    (outline.linked[0] ?? 0) / total,
    log(blocks.length),
    log(blocks.reduce((most, { prose }) => Math.max(most, prose), 0)),
    containerText / total,
    (outline.linked[top] ?? 0) / containerText,
    discussion ? 1 : 0,
    isOf((thing) => isOneOf(thing, ARTICLES)),
    isOf(isQuestion),
    openGraph.includes('article') ? 1 : openGraph.includes('product') ? 2 : openGraph === '' ? 0 : 3,
    Math.min(outline.count('article'), 30),
    Math.min(9, parsedUrl(page.address)?.pathname.split('/').filter(Boolean).length ?? 0),
  ];
}
