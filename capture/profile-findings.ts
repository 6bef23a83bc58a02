/** What a site profile says of a page, in the words of a draft. What it does not know is found as on any page. */
import type { ClipKind } from '../protocol/clip.ts';
import { readBlocks } from './blocks.ts';
import { anyDate, type DateReading } from './date-text.ts';
import type { MainText } from './main-text.ts';
import { namesIn } from './names.ts';
import { type Page, textIn } from './page.ts';
import { type System, saidIn, withoutRemnants } from './system.ts';
import type { Title } from './title.ts';

/** Undefined: the profile does not know the field, or found nothing. Null or empty: pages of this system do not say. */
export type ProfileFindings = {
  /** The name of the profile, as the signal of what it found. */
  signal: string;
  kind: ClipKind | null;
  title: Title | undefined;
  byline: string[] | undefined;
  siteName: string | undefined;
  published: string | null | undefined;
  modified: string | null | undefined;
  main: MainText | undefined;
  /** What the system adds to titles that were found elsewhere. */
  remnants: readonly string[];
};

export function* profileFindings(page: Page, system: System, reading: DateReading): Generator<void, ProfileFindings> {
  return {
    signal: signalOf(system),
    kind: system.kind,
    title: titleIn(page, system),
    byline: peopleIn(page, system),
    siteName: siteIn(page, system),
    published: dateIn(page, system, 'published', reading),
    modified: dateIn(page, system, 'modified', reading),
    main: yield* mainText(page, system),
    remnants: system.remnants,
  };
}

const signalOf = ({ id }: System): string => `profile ${id}`;

const FILE_NAME = /\.(?:docx?|xlsx?|pptx?|od[tsp]|pdf|md|txt)$/i;

/** A page without a title of its own keeps what any page has: never nothing. */
function titleIn(page: Page, system: System): Title | undefined {
  for (const [text = ''] of saidIn(page, system, 'title')) {
    const value = withoutRemnants(text, system.remnants).replace(FILE_NAME, '').trim();
    if (value !== '') return { value, from: signalOf(system), node: shownTitle(system) };
  }
  return undefined;
}

/** The first element that shows the title, as an index of `Page.nodes`. */
const shownTitle = ({ places }: System): number | null =>
  places.title.flat().find((place) => typeof place === 'number') ?? null;

/** A site, space or project; where only a path names it, without the slashes around it. Pictures in its name are decoration. */
function siteIn(page: Page, system: System): string | undefined {
  for (const [text = ''] of saidIn(page, system, 'siteName')) {
    const name = withoutRemnants(text, system.remnants)
      .replace(/^(?:[\s/\p{Extended_Pictographic}]|\uFE0F)+|[\s/]+$/gu, '')
      .replace(/\s\([a-z]{2}\)$/, '');
    if (name !== '') return name;
  }
  return undefined;
}

/** What stands behind a name and its comma: "Broder Nissen, Leiter Logistik". */
const ROLE =
  /^(?:(?:stellvertretende[rn]?|stv\.?|senior|chief|head of|deputy|vice) |(?:\p{L}*leit(?:er|erin|ung)|referent(?:in)?|redakteur(?:in)?|editor|manager(?:in)?|direktor(?:in)?|director|officer|assisten(?:tin|t|z)|sprecher(?:in)?|vorstand|geschäftsführ(?:er|erin|ung))(?: |$))/iu;

function peopleIn(page: Page, system: System): string[] | undefined {
  for (const lines of saidIn(page, system, 'byline')) {
    const people = lines.flatMap((line) => namesIn(line).filter((name, at) => at === 0 || !ROLE.test(name)));
    if (people.length > 0) return [...new Set(people)].slice(0, 10);
  }
  return system.complete.includes('byline') ? [] : undefined;
}

function dateIn(
  page: Page,
  system: System,
  field: 'published' | 'modified',
  reading: DateReading,
): string | null | undefined {
  for (const texts of saidIn(page, system, field)) {
    const date = texts.map((text) => anyDate(text, reading)).find((read) => read !== null);
    if (date !== undefined) return date;
  }
  return system.complete.includes(field) ? null : undefined;
}

/** All blocks of the elements that hold the text: what a system calls its text needs no guessing. */
function* mainText(page: Page, system: System): Generator<void, MainText | undefined> {
  const roots = system.text;
  const [first] = roots;
  // A page of the system that has no such place, such as its search, is read as any page.
  if (first === undefined)
    return system.complete.includes('text') ? { node: -1, paragraphs: [], dropped: 0 } : undefined;
  // What a frame of the same origin shows is a page of its own, with furniture of its own.
  // An empty one has elements too, but nothing is written in it.
  if (page.nodes[first]?.tag === 'iframe' && textIn(page, first, 1) !== '') return undefined;
  const shown = shownBelow(page, roots);
  const blocks = yield* readBlocks(page, shown);
  return { node: roots.length === 1 ? first : 0, paragraphs: blocks.map(({ text }) => text), dropped: 0 };
}

/**
 * One for each node of these subtrees that is shown. What stands around them is not asked: an open dialog
 * hides the whole page behind it from screen readers.
 */
function shownBelow(page: Page, roots: readonly number[]): Uint8Array {
  const shown = new Uint8Array(page.nodes.length);
  for (const root of roots) shown[root] = 1;
  for (const [index, { parent, hidden }] of page.nodes.entries()) {
    if (shown[parent] === 1 && !hidden) shown[index] = 1;
  }
  return shown;
}
