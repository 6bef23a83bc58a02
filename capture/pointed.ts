/** Finding the link or image that a person chose in the browser's menu: the browser tells its address only. */
import { atOnce } from './at-once.ts';
import { MAX_NODES } from './capture-limits.ts';
import { attribute, drawnChildren, focused, isElement, isInside, parentOf, tagOf } from './dom.ts';
import { type ReadLimits, readVisibleText } from './visible-text.ts';

/** Several links of a page lead to the same place: that many are looked at. */
const MAX_FOUND = 50;

/** Each node costs a question for its style, and the parts around a link are read one after the other. */
const MAX_PART: ReadLimits = { nodes: 2_000, text: 10_000 };

/** The elements of one kind whose address it is, the one that has the focus first. */
export function elementsAt(
  document: Document,
  address: string,
  tags: readonly string[],
  addressesOf: (element: Element) => readonly string[],
): Element[] {
  const found: Element[] = [];
  for (const element of elementsOf(document)) {
    if (found.length === MAX_FOUND) break;
    if (tags.includes(tagOf(element)) && addressesOf(element).some((one) => resolve(one, document) === address))
      found.push(element);
  }
  const active = focused(document);
  const clicked =
    active === null ? -1 : found.findIndex((element) => isInside(element, active) || isInside(active, element));
  return clicked < 1 ? found : [...found.slice(clicked), ...found.slice(0, clicked)];
}

/** An address as the page means it; empty if it is none. */
export const resolve = (address: string, { baseURI }: Document): string =>
  URL.canParse(address, baseURI) ? new URL(address, baseURI).href : '';

/** Every element below a node as it is drawn, within the limit of nodes. */
export function* elementsOf(root: Node): Generator<Element> {
  const open = [drawnChildren(root)];
  for (let visited = 0; visited < MAX_NODES && open.length > 0; visited += 1) {
    const { done, value: node } = open.at(-1)?.next() ?? { done: true };
    if (done || node === undefined) {
      open.pop();
      continue;
    }
    if (!isElement(node)) continue;
    yield node;
    open.push(drawnChildren(node));
  }
}

/** The elements around one, nearest first, without the page's own frame. */
export function* elementsAround(element: Element, levels: number): Generator<Element> {
  let at = parentOf(element);
  for (let level = 0; level < levels && at !== null && !/^(?:body|html|main)$/.test(tagOf(at)); level += 1) {
    yield at;
    at = parentOf(at);
  }
}

/** What a reader sees of an element, blocks on lines of their own; the beginning of what is no part but half a page. */
export const visibleTextOf = (element: Element): string => readPart(element, MAX_PART).text;

/** True if an element holds more text than this, in UTF-16 units, or more nodes than parts of a page have. */
export function isLongerThan(element: Element, max: number): boolean {
  const { text, isWhole } = readPart(element, { ...MAX_PART, text: max });
  return !isWhole || text.length > max;
}

function readPart(element: Element, limits: ReadLimits): { text: string; isWhole: boolean } {
  const { text, isWhole } = atOnce(readVisibleText(element, [], limits));
  return {
    text: text
      .replace(/\v/g, '')
      .replace(/[ \t\f]+/g, ' ')
      .trim(),
    isWhole,
  };
}

export const lineOf = (element: Element): string => visibleTextOf(element).replace(/\s+/g, ' ');

/** Class names and the like: what the page's author called an element. */
export const namesOf = (element: Element): string =>
  `${attribute(element, 'class')} ${attribute(element, 'id')} ${attribute(element, 'itemprop')}`;
