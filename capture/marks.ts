/** Which nodes may hold a signal, found in one stepped pass so that every source looks at few nodes. */
import { NODES_PER_STEP } from './capture-limits.ts';
import { AUTHORS, bitsOf, DATES } from './hints.ts';
import { inSteps } from './in-steps.ts';
import { hasWord } from './letters.ts';
import { NO_ATTRIBUTES, type Page } from './page.ts';

/** Indices of `Page.nodes` in document order. */
export type Marks = {
  /** `<meta>`, `<link>`, `<title>` and `<base>`, wherever they stand. */
  head: number[];
  headings: number[];
  authors: number[];
  dates: number[];
  frames: number[];
  /** For every node the kinds of names that it bears, the bits of `hints.ts`. */
  names: Int32Array;
};
/** The lists among them. */
type Kind = Exclude<keyof Marks, 'names'>;

/** A page has a handful of each; thousands are a trap or a table of results. */
const MAX_MARKS = 5_000;

/** Folders of people's own pages. */
const AUTHOR_FOLDERS = new Set(
  `author authors autor autoren autorin auteur auteurs profile profiles people person staff user users member members
   contributor contributors writer writers journalist journalists`.split(/\s+/),
);
const [SHORTEST_FOLDER, LONGEST_FOLDER] = [4, 12];

function isAuthorLink(href: string): boolean {
  let start = href.indexOf('/') + 1;
  while (start > 0) {
    const end = href.indexOf('/', start);
    const length = end - start;
    if (
      length >= SHORTEST_FOLDER &&
      length <= LONGEST_FOLDER &&
      AUTHOR_FOLDERS.has(href.slice(start, end).toLowerCase())
    )
      return true;
    start = end + 1;
  }
  return false;
}

/** What elements of one name are, whatever else is said of them. */
const TAGS: ReadonlyMap<string, Kind> = new Map([
  ['meta', 'head'],
  ['link', 'head'],
  ['title', 'head'],
  ['base', 'head'],
  ['h1', 'headings'],
  ['h2', 'headings'],
  ['h3', 'headings'],
  ['time', 'dates'],
  ['iframe', 'frames'],
  ['frame', 'frames'],
]);

export function* markNodes(page: Page): Generator<void, Marks> {
  const names = new Int32Array(page.nodes.length);
  const marks: Marks = { head: [], headings: [], authors: [], dates: [], frames: [], names };
  const mark = (kind: Kind, index: number): void => {
    if (marks[kind].length < MAX_MARKS) marks[kind].push(index);
  };
  yield* inSteps(page.nodes.length, NODES_PER_STEP, (from, to) => {
    for (let index = from; index < to; index += 1) {
      const node = page.nodes[index];
      if (node === undefined) return;
      const { tag, hints, attributes } = node;
      const kind = TAGS.get(tag);
      const bits = hints === '' ? 0 : bitsOf(hints);
      names[index] = bits;
      if (attributes === NO_ATTRIBUTES) {
        if (kind !== undefined) mark(kind, index);
        if ((bits & AUTHORS.bit) !== 0 && tag !== 'link') mark('authors', index);
        if ((bits & DATES.bit) !== 0 && kind !== 'dates') mark('dates', index);
        continue;
      }
      const { itemprop = '', rel = '', datetime, href } = attributes;
      if (kind === 'head' || kind === 'frames') mark(kind, index);
      if (kind === 'headings' || (itemprop !== '' && itemprop.split(' ').includes('headline'))) mark('headings', index);
      const isWriter =
        (bits & AUTHORS.bit) !== 0 || (itemprop !== '' && isAuthor(itemprop)) || (rel !== '' && isAuthor(rel));
      if (tag !== 'link' && (isWriter || (href !== undefined && isAuthorLink(href)))) mark('authors', index);
      if (
        kind === 'dates' ||
        datetime !== undefined ||
        (bits & DATES.bit) !== 0 ||
        (itemprop !== '' && isDateProperty(itemprop))
      )
        mark('dates', index);
    }
  });
  return marks;
}

/** True for `datePublished` and its kin. */
export function isDateProperty(itemprop: string): boolean {
  const small = itemprop.toLowerCase();
  return ['datepublished', 'datecreated', 'datemodified'].some((name) => small.includes(name));
}

const isAuthor = (attribute: string): boolean => hasWord(attribute, 'author');
