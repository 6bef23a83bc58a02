/** Which nodes may hold a signal, found in one stepped pass so that every source looks at few nodes. */
import { NODES_PER_STEP } from './capture-limits.ts';
import { AUTHORS, DATES } from './hints.ts';
import type { Page, PageNode } from './page.ts';

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

export function* markNodes(page: Page): Generator<void, Marks> {
  const marks: Marks = { head: [], headings: [], authors: [], dates: [] };
  for (const [index, node] of page.nodes.entries()) {
    if (index % NODES_PER_STEP === NODES_PER_STEP - 1) yield;
    for (const kind of kindsOf(node)) if (marks[kind].length < MAX_MARKS) marks[kind].push(index);
  }
  return marks;
}

function* kindsOf({ tag, hints, attributes }: PageNode): Generator<keyof Marks> {
  const { itemprop = '', rel = '', datetime, href } = attributes;
  if (/^(?:meta|link|title|base)$/.test(tag)) yield 'head';
  if (/^h[123]$/.test(tag) || itemprop.split(' ').includes('headline')) yield 'headings';
  if (
    tag !== 'link' &&
    (/\bauthor\b/.test(`${itemprop} ${rel}`) || AUTHORS.test(hints) || (tag === 'a' && AUTHOR_LINK.test(href ?? '')))
  ) {
    yield 'authors';
  }
  if (
    tag === 'time' ||
    datetime !== undefined ||
    /date(?:published|created|modified)/i.test(itemprop) ||
    DATES.test(hints)
  ) {
    yield 'dates';
  }
}
