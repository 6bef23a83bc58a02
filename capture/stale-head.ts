/**
 * Single-page apps change the address and what they show, but often leave the head of the page that was
 * loaded first: its title, author, date and picture are of another page then, and look most reliable.
 */
import type { Thing } from './json-ld.ts';
import type { Marks } from './marks.ts';
import { type Meta, metaValue } from './meta.ts';
import { type Page, textIn } from './page.ts';
import { sameWords } from './weigh.ts';

/** What a head says of the site stays true on every route. */
const OF_THE_SITE =
  /^(?:og:site_name|og:locale|application-name|apple-mobile-web-app-title|al:ios:app_name|generator|content-language|language|content-type|viewport|robots)$|^(?:ajs|confluence)-/;
/** Headings that are looked through for the title that the head gives. */
const MAX_HEADINGS = 40;

/** What the head says that is about the page in front: all of it, or what it says of the site. */
export function headOfThisPage(
  page: Page,
  marks: Marks,
  meta: Meta,
  things: readonly Thing[],
): { marks: Marks; meta: Meta; things: readonly Thing[] } {
  if (!isHeadStale(page, marks, meta, things)) return { marks, meta, things };
  const values = new Map([...meta.values].filter(([name]) => OF_THE_SITE.test(name)));
  const stale = titlesIn(meta, things);
  return {
    // Routers change `<title>` more often than the rest; one that still agrees with the rest is as old.
    marks: {
      ...marks,
      head: marks.head.filter((index) => page.nodes[index]?.tag !== 'title' || !isOneOf(titleOf(page, index), stale)),
    },
    meta: { ...meta, values, links: meta.links.filter(({ rel }) => !/\bcanonical\b|\bimage_src\b/.test(rel)) },
    things: things.filter(({ types }) => types.some((type) => /^(?:WebSite|\w*Organization)$/.test(type))),
  };
}

/**
 * True if the head names another page of this site as its own, and its title is nowhere among the headings,
 * of which there are some. Either alone is common on honest pages: printing views, translations, syndication.
 */
function isHeadStale(page: Page, marks: Marks, meta: Meta, things: readonly Thing[]): boolean {
  const stated = [
    metaValue(meta, 'og:url'),
    meta.links.find(({ rel }) => rel.split(/\s+/).includes('canonical'))?.href ?? '',
    ...things.map(({ address }) => address),
  ].filter((address) => address !== '');
  if (stated.length === 0 || !stated.every((address) => isOtherPage(address, page.address))) return false;
  const titles = titlesIn(meta, things);
  const shown = marks.headings.slice(0, MAX_HEADINGS).map((index) => sameWords(textIn(page, index, 300)));
  const headings = shown.filter((words) => words !== '');
  return titles.length > 0 && headings.length > 0 && !headings.some((heading) => isOneOf(heading, titles));
}

const titlesIn = (meta: Meta, things: readonly Thing[]): string[] =>
  [metaValue(meta, 'og:title'), metaValue(meta, 'twitter:title'), ...things.map(({ headline }) => headline)]
    .map(sameWords)
    .filter((words) => words !== '');

const titleOf = (page: Page, index: number): string => sameWords(textIn(page, index, 300));

/** True if most of the longer words are those of one of the titles: site names and cut ends differ. */
function isOneOf(words: string, titles: readonly string[]): boolean {
  const own = words.split(' ').filter((word) => word.length > 3);
  return titles.some((title) => {
    const known = title.split(' ').filter((word) => word.length > 3);
    const shared = own.filter((word) => known.includes(word)).length;
    return title.includes(words) || words.includes(title) || shared >= Math.min(own.length, known.length) / 2;
  });
}

/** Another path (or route behind `#`) of the same host; one that only says more or less of the same path is the same page. */
function isOtherPage(stated: string, address: string): boolean {
  if (!URL.canParse(stated, address) || !URL.canParse(address)) return false;
  const [one, other] = [new URL(stated, address), new URL(address)];
  if (one.host.replace(/^www\./, '') !== other.host.replace(/^www\./, '')) return false;
  const [path, shown] = [pathOf(one), pathOf(other)];
  return path !== shown && !path.endsWith(shown) && !shown.endsWith(path) && lastPart(path) !== lastPart(shown);
}

const pathOf = ({ pathname, hash }: URL): string =>
  `${pathname}${/^#!?\//.test(hash) ? hash : ''}`.toLowerCase().replace(/\/(?:index\.\w+)?$|\.html?$/g, '');
const lastPart = (path: string): string => path.split('/').at(-1) ?? '';
