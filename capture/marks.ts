/** Which nodes may hold a signal, found in one stepped pass so that every source looks at few nodes. */
import { NODES_PER_STEP } from './capture-limits.ts';
import { AUTHORS, DATES } from './hints.ts';
import { NO_ATTRIBUTES, type Page } from './page.ts';

/** Indices of `Page.nodes` in document order. */
export type Marks = {
  /** `<meta>`, `<link>`, `<title>` and `<base>`, wherever they stand. */
  head: number[];
  headings: number[];
  authors: number[];
  dates: number[];
};

/** A page has a handful of each; thousands are a trap or a table of results. */
const MAX_MARKS = 5_000;

/** Addresses of people's own pages. */
const AUTHOR_LINK =
  /\/(?:authors?|autor(?:en|in)?|auteurs?|profiles?|people|person|staff|users?|members?|contributors?|writers?|journalists?)\//i;
/** What elements of one name are, whatever else is said of them. */
const TAGS: ReadonlyMap<string, keyof Marks> = new Map([
  ['meta', 'head'],
  ['link', 'head'],
  ['title', 'head'],
  ['base', 'head'],
  ['h1', 'headings'],
  ['h2', 'headings'],
  ['h3', 'headings'],
  ['time', 'dates'],
]);

export function* markNodes(page: Page): Generator<void, Marks> {
  const marks: Marks = { head: [], headings: [], authors: [], dates: [] };
  const mark = (kind: keyof Marks, index: number): void => {
    if (marks[kind].length < MAX_MARKS) marks[kind].push(index);
  };
  let index = -1;
  for (const { tag, hints, attributes } of page.nodes) {
    index += 1;
    if (index % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
    const kind = TAGS.get(tag);
    if (attributes === NO_ATTRIBUTES) {
      if (kind !== undefined) mark(kind, index);
      if (hints === '') continue;
      if (tag !== 'link' && AUTHORS.test(hints)) mark('authors', index);
      if (kind !== 'dates' && DATES.test(hints)) mark('dates', index);
      continue;
    }
    const { itemprop = '', rel = '', datetime, href } = attributes;
    if (kind === 'head') mark('head', index);
    if (kind === 'headings' || (itemprop !== '' && itemprop.split(' ').includes('headline'))) mark('headings', index);
    const isWriter = isAuthor(itemprop) || isAuthor(rel) || AUTHORS.test(hints);
    if (tag !== 'link' && (isWriter || (href !== undefined && AUTHOR_LINK.test(href)))) mark('authors', index);
    if (kind === 'dates' || datetime !== undefined || isDate(itemprop) || DATES.test(hints)) mark('dates', index);
  }
  return marks;
}

const isAuthor = (attribute: string): boolean => attribute !== '' && /\bauthor\b/.test(attribute);

const isDate = (itemprop: string): boolean => itemprop !== '' && /date(?:published|created|modified)/i.test(itemprop);
