/** Which parts of a page are furniture: what HTML or ARIA names so, and what its author does. */
import { NODES_PER_STEP } from './capture-limits.ts';
import { ARTICLE_BODY, COMMENTS, CONTAINER, FURNITURE } from './hints.ts';
import { inSteps } from './in-steps.ts';
import { NO_ATTRIBUTES, type Page, type PageNode, textLengths } from './page.ts';

export type Regions = {
  /** True for a node that is furniture or stands inside some. */
  removed(index: number): boolean;
  /** The same as a list, 1 for such a node: for loops over a whole page. */
  isRemoved: Uint8Array;
};

const TAGS = new Set('nav footer aside dialog button select textarea option menu'.split(' '));
const ROLES = new Set(
  `navigation complementary contentinfo banner search dialog alertdialog menu menubar toolbar tooltip alert
   tablist listbox`.split(/\s+/),
);
/** What a page is about: the main heading, the main part, the article. */
const LANDMARKS = new Set(['h1', 'main', 'article']);
const MAIN = new Set(['h1', 'main']);
/** Paragraphs are what a text is made of: their names tell of styles and tests, not of places. */
const PARAGRAPHS = new Set('p blockquote pre h1 h2 h3 h4 td tr tbody'.split(' '));

/**
 * Marks furniture. Whatever holds most of the page's text is none, whatever its name says; the
 * comments of a discussion are none either. For `names` see `Marks`.
 */
export function* regionsOf(page: Page, isDiscussion: boolean, names: Int32Array): Generator<void, Regions> {
  const lengths = textLengths(page);
  const body = page.nodes.findIndex((node) => node.tag === 'body' && node.depth < 2);
  const total = Math.max(1, lengths(Math.max(body, 0)));
  const measures: Measures = { lengths, total, holdsLandmark: landmarksIn(page, LANDMARKS) };
  // Each comment is an article in HTML's sense, so that alone makes no comments the text. Few pages ask.
  let main: Measures['holdsLandmark'] | undefined;
  const holdsMain = (node: PageNode, index: number): boolean => {
    main ??= landmarksIn(page, MAIN);
    return main(index, node.end);
  };
  const removed = new Uint8Array(page.nodes.length);
  yield* inSteps(page.nodes.length, NODES_PER_STEP, (from, to) => {
    for (let index = from; index < to; index += 1) {
      const node = page.nodes[index];
      if (node === undefined) return;
      if (removed[node.parent] === 1) {
        removed[index] = 1;
        continue;
      }
      const named = names[index] ?? 0;
      const isOut =
        isFurniture(node, index, named, measures) ||
        (!isDiscussion && (named & COMMENTS.bit) !== 0 && !isTop(node) && !holdsMain(node, index));
      if (isOut) removed[index] = 1;
    }
  });
  return { removed: (index) => removed[index] === 1, isRemoved: removed };
}

type Measures = {
  /** The length of the text in the subtree of a node. */
  lengths: (index: number) => number;
  /** The length of all text. */
  total: number;
  holdsLandmark: (from: number, to: number) => boolean;
};

function isFurniture(node: PageNode, index: number, named: number, measures: Measures): boolean {
  const { tag, role, hidden } = node;
  if (tag === 'html' || tag === 'body') return false;
  if (tag === 'head' || tag === 'title') return true;
  const isSaid = TAGS.has(tag) || (role !== '' && ROLES.has(role));
  const isNamed = (named & FURNITURE.bit) !== 0 && (named & ARTICLE_BODY.bit) === 0;
  // Most nodes are none of these, and are not measured.
  if (!isSaid && !hidden && tag !== 'header' && !isNamed) return false;
  const share = measures.lengths(index) / measures.total;
  const holdsLandmark = measures.holdsLandmark(index, node.end);
  if (isSaid) return share < (holdsLandmark ? 0.3 : 0.6);
  if (hidden) return share < 0.6;
  if (tag === 'header') return !holdsLandmark && share < 0.3;
  return !holdsLandmark && !PARAGRAPHS.has(tag) && share < ((named & CONTAINER.bit) === 0 ? 0.35 : 0.15);
}

/** Answers whether a subtree holds the main heading, the article or the main part of the page. */
function landmarksIn(page: Page, tags: ReadonlySet<string>): (from: number, to: number) => boolean {
  const marks = new Uint32Array(page.nodes.length + 1);
  let count = 0;
  for (let index = 0; index < page.nodes.length; index += 1) {
    const node = page.nodes[index];
    if (node === undefined) break;
    const { tag, role, attributes } = node;
    if (
      tags.has(tag) ||
      (role !== '' && role === 'main') ||
      (attributes !== NO_ATTRIBUTES && attributes.itemprop === 'articleBody')
    )
      count += 1;
    marks[index + 1] = count;
  }
  return (from, to) => (marks[to] ?? 0) > (marks[from] ?? 0);
}

const isTop = ({ tag }: PageNode): boolean => tag === 'html' || tag === 'body';
