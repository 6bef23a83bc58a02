/** What a site profile says of a page, in the words of a draft. Whatever it does not say is found as on any page. */
import type { ClipKind } from '../protocol/clip.ts';
import { readBlocks } from './blocks.ts';
import { anyDate, type DateReading } from './date-text.ts';
import type { MainText } from './main-text.ts';
import { namesIn } from './names.ts';
import type { Page } from './page.ts';
import { passed, type Recognised, valuesOf, withoutRemnants } from './site-profile.ts';

export type ProfileFindings = {
  /** The name of the profile, as the signal of what it found. */
  signal: string;
  kind: ClipKind | null;
  title: string | null;
  byline: string[];
  siteName: string | null;
  published: string | null;
  modified: string | null;
  /** Null: the profile does not say where the text is. */
  main: MainText | null;
  /** What the system adds to titles that were found elsewhere. */
  remnants: readonly string[];
};

export function* profileFindings(
  page: Page,
  recognised: Recognised,
  reading: DateReading,
): Generator<void, ProfileFindings> {
  const { profile } = recognised;
  const firstDate = (field: 'published' | 'modified'): string | null =>
    valuesOf(page, recognised, field)
      .map((text) => anyDate(text, reading))
      .find((date) => date !== null) ?? null;
  const title = valuesOf(page, recognised, 'title')
    .map((text) => withoutRemnants(text, profile.remnants))
    .find((text) => text !== '');
  return {
    signal: `profile ${profile.id}`,
    kind: profile.kind,
    title: title ?? null,
    byline: peopleIn(valuesOf(page, recognised, 'byline')),
    siteName: valuesOf(page, recognised, 'siteName')[0] ?? null,
    published: firstDate('published'),
    modified: firstDate('modified'),
    main: profile.isReadable ? yield* mainText(page, recognised) : { node: -1, paragraphs: [] },
    remnants: profile.remnants,
  };
}

/** Systems show a person in an element of their own, so a line without a label is a name too. */
const peopleIn = (lines: readonly string[]): string[] => [...new Set(lines.flatMap(namesIn))].slice(0, 10);

/** All blocks of the elements that hold the text: what a system calls its text needs no guessing. */
function* mainText(page: Page, recognised: Recognised): Generator<void, MainText | null> {
  const [first = -1, ...others] = passed(recognised, recognised.text);
  if (first === -1) return null;
  const inside = marks(page, [first, ...others]);
  const removed = marks(page, passed(recognised, recognised.remove));
  const blocks = yield* readBlocks(page, (node) => inside[node] === 1 && removed[node] !== 1 && !isHidden(page, node));
  return { node: others.length === 0 ? first : 0, paragraphs: blocks.map(({ text }) => text) };
}

/** One for each node of these subtrees. */
function marks(page: Page, roots: readonly number[]): Uint8Array {
  const marked = new Uint8Array(page.nodes.length);
  for (const root of roots) marked.fill(1, root, page.nodes[root]?.end ?? root);
  return marked;
}

function isHidden(page: Page, index: number): boolean {
  for (let node = page.nodes[index], level = 0; node !== undefined && level < 12; level += 1) {
    if (node.hidden) return true;
    node = page.nodes[node.parent];
  }
  return false;
}
