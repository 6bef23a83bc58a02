/**
 * Single-page apps change the address and what they show, but often leave the head of the page that was
 * loaded first: its title, author, date and picture are of another page then, and look most reliable.
 */
import type { Evidence } from './evidence.ts';
import { metaValue } from './meta.ts';
import { type Page, textIn } from './page.ts';
import { parsedUrl } from './parsed-url.ts';
import { sameWords } from './weigh.ts';

type Head = Pick<Evidence, 'page' | 'marks' | 'meta' | 'things'>;

/** What a head says of the site stays true on every route. */
const OF_THE_SITE = /^(?:og:site_name|og:locale|application-name|generator|.*language)$|^(?:ajs|confluence)-/;
/** Headings that are looked through for the title that the head gives. */
const MAX_HEADINGS = 40;

/**
 * What the head says that is about the page in front: all of it, or only what it says of the site. It is of
 * another page if it names another path of this site as its own and its title is not among the headings,
 * of which there are some. Either alone is common on honest pages: printing views, translations, syndication.
 */
export function headOfThisPage(head: Head): Head {
  const { page, marks, meta, things } = head;
  const addresses = [
    metaValue(meta, 'og:url'),
    ...meta.links.filter(({ rel }) => rel === 'canonical').map(({ href }) => href),
    ...things.map(({ address }) => address),
  ].filter((address) => address !== '');
  if (addresses.length === 0 || !addresses.every((address) => isOtherPage(address, page.address))) return head;
  const titles = [metaValue(meta, 'og:title'), ...things.map(({ headline }) => headline)]
    .map(sameWords)
    .filter((title) => title !== '');
  const shown = marks.headings
    .slice(0, MAX_HEADINGS)
    .map((index) => wordsIn(page, index))
    .filter((words) => words !== '');
  if (titles.length === 0 || shown.length === 0 || shown.some((words) => isOneOf(words, titles))) return head;
  return {
    page,
    // Routers change `<title>` more often than the rest; one that no heading agrees with was left behind too.
    marks: {
      ...marks,
      head: marks.head.filter((at) => page.nodes[at]?.tag !== 'title' || isOneOf(wordsIn(page, at), shown)),
    },
    ...ofTheSite({ meta, things }),
  };
}

/** What a head says of the site and not of one of its pages. */
export const ofTheSite = ({ meta, things }: Pick<Head, 'meta' | 'things'>): Pick<Head, 'meta' | 'things'> => ({
  meta: { ...meta, values: new Map([...meta.values].filter(([name]) => OF_THE_SITE.test(name))), links: [] },
  things: things.filter(({ types }) => types.includes('WebSite')),
});

const wordsIn = (page: Page, index: number): string => sameWords(textIn(page, index, 300));

/** True if half of the longer words are those of one of the titles: site names and cut ends differ. */
function isOneOf(words: string, titles: readonly string[]): boolean {
  const long = (text: string): string[] => text.split(' ').filter((word) => word.length > 3);
  return titles.some((title) => {
    const [own, known] = [long(words), long(title)];
    const shared = own.filter((word) => known.includes(word)).length;
    return title.includes(words) || words.includes(title) || shared * 2 >= Math.min(own.length, known.length);
  });
}

/** Another path (or route behind `#`) of the same host; one that says more or less of the same path is the same page. */
function isOtherPage(stated: string, address: string): boolean {
  const statedUrl = parsedUrl(stated, address);
  const url = parsedUrl(address);
  if (statedUrl === null || url === null || statedUrl.href === url.href) return false;
  const one = partsOf(statedUrl);
  const other = partsOf(url);
  return one.host === other.host && one.path !== other.path && one.last !== other.last;
}

function partsOf({ host, pathname, hash }: Readonly<URL>): { host: string; path: string; last: string } {
  const route = `${pathname}${/^#!?\//.test(hash) ? hash : ''}`.toLowerCase();
  const path = route.replace(/\/(?:index\.\w+)?$|\.html?$/g, '');
  return { host: host.replace(/^www\./, ''), path, last: path.split('/').at(-1) ?? '' };
}
