/** Document → `Page`, in one pass without recursion: a page may be nested 100,000 levels deep. */
import { MAX_DEPTH, MAX_LINKED_DATA, MAX_NODES, MAX_RUN, MAX_TEXT, NODES_PER_STEP } from './capture-limits.ts';
import {
  attribute,
  CDATA,
  contentTypeOf,
  dataOf,
  ELEMENT,
  firstChild,
  frameDocumentOf,
  hasAttributes,
  isText,
  localName,
  nextSibling,
  nodeType,
  shadowOf,
  slottedIn,
  TEXT,
  textOf,
} from './dom.ts';
import { kindOf, kinds, readElement } from './element.ts';
import { isFrameOfOthers, isSmaller } from './hidden-frames.ts';
import { addTextsBelow, addTextsOfStyles } from './labels.ts';
import { collapsed, WHITE_SPACE } from './letters.ts';
import { NO_ATTRIBUTES, type Page, type PageNode } from './page.ts';

/** A frame that says it is smaller than this in either direction is none that people read, in CSS pixels. */
const MIN_FRAME = 100;

/** What somebody who knows the page says of its elements. */
export type WalkHints = {
  /** Elements that must be found again in `Page.nodes`: each is given its index. */
  indices: Map<Element, number>;
  /** Elements that are left out, with all that is in them. */
  removed: ReadonlySet<Element>;
};

/**
 * Reads the document and yields after every `NODES_PER_STEP` nodes. Answers the page as data; its labels stay empty
 * unless they are asked for.
 */
export function* walkDocument(
  document: Document,
  address: string,
  wanted: WalkHints | null = null,
  asksLabels = true,
): Generator<void, Page> {
  const page: Page = {
    address,
    nodes: [],
    runs: [],
    linkedData: [],
    labels: [],
    contentType: contentTypeOf(document),
    cut: false,
  };
  const labels = asksLabels ? page.labels : null;
  const walk: Walk = {
    page,
    wanted,
    labels,
    open: [-1],
    next: [firstChild(document)],
    slotted: new Map(),
    visited: 0,
    textLeft: MAX_TEXT,
    linkedDataLeft: MAX_LINKED_DATA,
    rest: null,
  };
  while (walkOn(walk)) yield;
  if (labels !== null) yield* addTextsOfStyles(labels, document);
  return page;
}

/** A walk between two steps. */
type Walk = {
  page: Page;
  wanted: WalkHints | null;
  labels: string[] | null;
  // The open elements as indices of `nodes`, and what comes next below each: two lists instead of a
  // list of pairs, for a page has thousands of elements and a cold script pays for each object.
  open: number[];
  next: (Node | null)[];
  // What was put into an open slot and is still to come, last first; elsewhere the siblings follow.
  slotted: Map<number, Node[]>;
  visited: number;
  textLeft: number;
  linkedDataLeft: number;
  /** What is still to come of a text that is too long for one run. */
  rest: { parent: number; text: string; lines: boolean } | null;
};

/** Walks one step further; false once all is seen. A plain loop, for one that yields inside took a first call longer. */
function walkOn(walk: Walk): boolean {
  const { page, wanted, labels, open, next, slotted } = walk;
  const { nodes, runs } = page;
  if (walk.rest !== null) {
    addLongText(walk, walk.rest);
    return true;
  }
  let left = NODES_PER_STEP;
  while (open.length > 0) {
    const level = open.length - 1;
    const parent = open[level] ?? -1;
    const node = next[level] ?? null;
    if (node === null || walk.visited >= MAX_NODES) {
      if (node !== null) page.cut = true;
      const closed = nodes[parent];
      if (closed !== undefined) {
        closed.end = nodes.length;
        closed.endRun = runs.length;
      }
      open.pop();
      next.pop();
      if (slotted.size > 0) slotted.delete(level);
      continue;
    }
    if (left === 0) return true;
    left -= 1;
    walk.visited += 1;
    const given = slotted.size === 0 ? undefined : slotted.get(level);
    next[level] = given === undefined ? nextSibling(node) : (given.pop() ?? null);

    const type = nodeType(node);
    if (type === TEXT || type === CDATA) {
      // As `addRun` does it, in place: a call for each of a page's thousands of nodes is felt in a script that runs once.
      const text = dataOf(node as CharacterData);
      if (text.length > MAX_RUN || text.length > walk.textLeft || nodes[parent]?.tag === 'pre') {
        const lines = nodes[parent]?.tag === 'pre';
        addLongText(walk, { parent, text: text.slice(0, walk.textLeft), lines });
        if (walk.rest !== null) return true;
      } else if (text !== '') {
        const tidy = text.trim() === '' ? ' ' : text.replace(WHITE_SPACE, ' ');
        runs.push({ node: parent, text: tidy });
        walk.textLeft -= tidy.length;
        if (walk.textLeft <= 0) page.cut = true;
      }
      continue;
    }
    if (type !== ELEMENT) continue;

    const element = node as Element;
    if (wanted?.removed.has(element)) {
      // A banner that says how far the page may go is often left out with the rest of its frame.
      if (labels !== null) walk.visited += addTextsBelow(labels, element);
      continue;
    }
    const kind = kinds.get(localName(element)) ?? kindOf(element);
    const { tag } = kind;
    if (tag === 'br') {
      runs.push({ node: parent, text: '\n' });
      continue;
    }
    if (kind.isSkipped) {
      readSkipped(walk, element, tag);
      continue;
    }
    if (level >= MAX_DEPTH) {
      page.cut = true;
      continue;
    }
    const index = nodes.length;
    if (wanted?.indices.has(element)) wanted.indices.set(element, index);
    const read: PageNode = {
      tag,
      parent,
      end: 0,
      depth: level,
      block: kind.isInline ? (nodes[parent]?.block ?? index) : index,
      hints: '',
      role: '',
      hidden: false,
      attributes: NO_ATTRIBUTES,
      firstRun: runs.length,
      endRun: 0,
    };
    if (hasAttributes(element)) readElement(element, kind, read, labels);
    nodes.push(read);
    const put = tag === 'slot' ? slottedIn(element).reverse() : null;
    const inner = kind.mayHost ? shadowOf(element) : kind.isFrame ? framedIn(element, read) : null;
    const first = put?.pop() ?? firstChild(inner ?? element);
    if (first === null) {
      read.end = nodes.length;
      read.endRun = runs.length;
      continue;
    }
    if (put !== null && put.length > 0) slotted.set(level + 1, put);
    open.push(index);
    next.push(first);
  }
  return false;
}

/** Adds one run of a long text; what is left of it stays for the next step. */
function addLongText(walk: Walk, { parent, text, lines }: NonNullable<Walk['rest']>): void {
  walk.textLeft -= addRun(walk.page, parent, text.slice(0, MAX_RUN), lines);
  walk.rest = text.length > MAX_RUN ? { parent, text: text.slice(MAX_RUN), lines } : null;
  if (walk.textLeft <= 0) walk.page.cut = true;
}

/** Linked data is read of what nobody sees, and labels of drawings. */
function readSkipped(walk: Walk, element: Element, tag: string): void {
  if (tag === 'script' && walk.linkedDataLeft > 0 && /ld\+json/i.test(attribute(element, 'type'))) {
    const source = scriptText(element, walk.linkedDataLeft);
    walk.linkedDataLeft -= source.length;
    walk.page.linkedData.push(source);
  } else if (tag === 'svg' && walk.labels !== null) walk.visited += addTextsBelow(walk.labels, element);
}

/** The document of a frame of the same origin, which is shown instead of its children. */
const framedIn = (frame: Element, read: PageNode): Document | null =>
  read.tag === 'frame' || isReadableFrame(frame, read) ? frameDocumentOf(frame) : null;

const isReadableFrame = (frame: Element, { hidden, hints }: PageNode): boolean =>
  !hidden && !isSmaller(frame, MIN_FRAME) && !isFrameOfOthers(hints);

/** Adds a text with its white space collapsed, if there is any; answers how much of the limit it took. */
function addRun(page: Page, node: number, source: string, lines: boolean): number {
  const text = collapse(source, lines);
  if (text !== '') page.runs.push({ node, text });
  return text.length;
}

/** Most text nodes are white space between tags, and most others hold nothing to collapse. */
function collapse(text: string, lines: boolean): string {
  if (lines) return text.replace(/[^\S\n]+/g, ' ');
  if (text.trim() === '') return text === '' ? '' : ' ';
  return collapsed(text);
}

function scriptText(script: Element, max: number): string {
  let text = '';
  for (let child = firstChild(script); child !== null && text.length < max; child = nextSibling(child)) {
    if (isText(child)) text += textOf(child, max - text.length);
  }
  return text;
}
