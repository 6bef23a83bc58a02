/** Document → `Page`, in one pass without recursion: a page may be nested 100,000 levels deep. */
import { MAX_DEPTH, MAX_LINKED_DATA, MAX_NODES, MAX_TEXT, NODES_PER_STEP } from './capture-limits.ts';
import {
  attribute,
  contentTypeOf,
  documentOf,
  firstChild,
  hasAttribute,
  isElement,
  isText,
  nextSibling,
  shadowOf,
  tagOf,
  textOf,
} from './dom.ts';
import { isInline, type Page, type PageNode } from './page.ts';

/** Subtrees that hold no text for readers. `noscript` stays unparsed where scripts run. */
const SKIPPED = new Set('script style noscript template svg canvas object embed audio video'.split(' '));

/** Attributes that some signal reads. `class`, `id`, `role`, `hidden` and `style` are read apart. */
const READ: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'rel'],
  img: ['src', 'width', 'height', 'data-src', 'alt'],
  link: ['href', 'rel'],
  meta: ['name', 'property', 'http-equiv', 'content'],
  time: ['datetime', 'pubdate'],
  html: ['lang', 'xml:lang'],
  base: ['href'],
  body: ['lang'],
};
const READ_EVERYWHERE = ['itemprop', 'datetime', 'content'] as const;

type Level = { index: number; next: Node | null };

/** What somebody who knows the page says of its elements. */
export type WalkHints = {
  /** Elements that must be found again in `Page.nodes`: each is given its index. */
  indices: Map<Element, number>;
  /** Elements that are left out, with all that is in them. */
  removed: ReadonlySet<Element>;
};

/** Reads the document and yields after every `NODES_PER_STEP` nodes. Answers the page as data. */
export function* walkDocument(
  document: Document,
  address: string,
  hints: WalkHints | null = null,
): Generator<void, Page> {
  const page: Page = { address, nodes: [], runs: [], linkedData: [], contentType: contentTypeOf(document), cut: false };
  const levels: Level[] = [{ index: -1, next: firstChild(document) }];
  let visited = 0;
  let textLeft = MAX_TEXT;
  let linkedDataLeft = MAX_LINKED_DATA;

  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const node = level.next;
    if (node === null || visited >= MAX_NODES) {
      if (node !== null) page.cut = true;
      close(page, level.index);
      levels.pop();
      continue;
    }
    level.next = nextSibling(node);
    visited += 1;
    if (visited % NODES_PER_STEP === 0) yield;

    if (isText(node)) {
      const text = collapse(textOf(node, textLeft), page.nodes[level.index]?.tag === 'pre');
      textLeft -= text.length;
      if (textLeft <= 0) page.cut = true;
      if (text !== '') page.runs.push({ node: level.index, text });
      continue;
    }
    if (!isElement(node) || hints?.removed.has(node)) continue;

    const tag = tagOf(node);
    if (tag === 'br') {
      page.runs.push({ node: level.index, text: '\n' });
      continue;
    }
    if (SKIPPED.has(tag)) {
      if (tag === 'script' && /ld\+json/i.test(attribute(node, 'type')) && linkedDataLeft > 0) {
        const source = scriptText(node, linkedDataLeft);
        linkedDataLeft -= source.length;
        page.linkedData.push(source);
      }
      continue;
    }
    if (levels.length > MAX_DEPTH) {
      page.cut = true;
      continue;
    }
    const index = page.nodes.length;
    if (hints?.indices.has(node)) hints.indices.set(node, index);
    const block = isInline(tag) ? (page.nodes[level.index]?.block ?? index) : index;
    page.nodes.push({
      ...readElement(node, tag),
      parent: level.index,
      depth: levels.length - 1,
      block,
      end: 0,
      firstRun: page.runs.length,
      endRun: 0,
    });
    levels.push({ index, next: firstChild(node) });
    const inner = shadowOf(node) ?? (tag === 'frame' ? documentOf(node) : null);
    // A component's own tree stands before what was put into it.
    if (inner !== null) levels.push({ index, next: firstChild(inner) });
  }
  return page;
}

function close(page: Page, index: number): void {
  const node = page.nodes[index];
  if (node === undefined) return;
  node.end = page.nodes.length;
  node.endRun = page.runs.length;
}

/** What an element says of itself; where it stands is the walk's to say. */
function readElement(
  element: Element,
  tag: string,
): Omit<PageNode, 'parent' | 'depth' | 'block' | 'end' | 'firstRun' | 'endRun'> {
  const attributes: Record<string, string> = {};
  for (const name of READ_EVERYWHERE) keep(attributes, element, name);
  for (const name of READ[tag] ?? []) keep(attributes, element, name);
  const style = attribute(element, 'style', 300);
  return {
    tag,
    hints: hintWords(`${attribute(element, 'class', 200)} ${attribute(element, 'id', 80)}`),
    role: attribute(element, 'role', 30).toLowerCase(),
    hidden:
      hasAttribute(element, 'hidden') ||
      attribute(element, 'aria-hidden', 5) === 'true' ||
      (style !== '' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)),
    attributes,
  };
}

function keep(attributes: Record<string, string>, element: Element, name: string): void {
  const value = attribute(element, name, 4_096);
  if (value !== '') attributes[name] = value;
}

/** "articleBody main_text" → "article-body main-text", so that one word is found in every spelling. */
const hintWords = (names: string): string =>
  names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/_+/g, '-')
    .trim();

const collapse = (text: string, lines: boolean): string =>
  lines ? text.replace(/[^\S\n]+/g, ' ') : text.replace(/\s+/g, ' ');

function scriptText(script: Element, max: number): string {
  let text = '';
  for (let child = firstChild(script); child !== null && text.length < max; child = nextSibling(child)) {
    if (isText(child)) text += textOf(child, max - text.length);
  }
  return text;
}
