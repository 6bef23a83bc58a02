/**
 * Texts of an element that are no text of the page but may mark it: what it says when it is pointed at, what systems
 * keep in its attributes, what is drawn in it, what only a style sheet writes.
 */
import { LIMITS } from '../protocol/limits.ts';
import { MAX_LABELS } from './capture-limits.ts';
import { attribute, childrenOf, isElement, isText, tagOf, textOf, writtenByStyles } from './dom.ts';
import { isClassName, mayBeMarking } from './marking-words.ts';

/** Nodes of a drawing or a part that is left out. */
const MAX_DRAWN = 2_000;
const MAX_LABEL = LIMITS.markingText;

const LABELS = new Set(
  `title aria-label data-classification data-class data-sensitivity data-sensitivity-label data-confidentiality data-label data-watermark
   data-marking data-content data-text data-level data-security`.split(/\s+/),
);

export const isLabel = (name: string): boolean => LABELS.has(name);

/** Adds what an attribute says, with its name if that says of what kind it is. */
export function addLabel(labels: string[], element: Element, name: string): void {
  if (labels.length >= MAX_LABELS) return;
  const value = attribute(element, name, MAX_LABEL);
  if (value === '' || value.length > MAX_LABEL / 2) return;
  const named = isClassName(name) ? `${name.replace('data-', '')}: ${value}` : value;
  if (mayBeMarking(named)) labels.push(named);
}

/** Adds each text below an element that the walk leaves out. Answers how many nodes it looked at. */
export function addTextsBelow(labels: string[], element: Element): number {
  const open: Node[] = [element];
  let looked = 0;
  let line = '';
  const flush = () => {
    const text = line.replace(/\s+/g, ' ').trim();
    line = '';
    if (text !== '' && text.length <= MAX_LABEL && labels.length < MAX_LABELS && mayBeMarking(text)) labels.push(text);
  };
  for (let node = open.pop(); node !== undefined && looked < MAX_DRAWN; node = open.pop()) {
    looked += 1;
    if (isText(node)) line += textOf(node, MAX_LABEL + 1);
    else if (isElement(node)) {
      if (!INLINE.has(tagOf(node))) flush();
      const below = childrenOf(node, MAX_DRAWN);
      for (let at = below.length - 1; at >= 0; at -= 1) open.push(below[at] as Node);
    }
  }
  flush();
  return looked;
}

const INLINE = new Set('b i em strong span tspan a u sup sub mark small'.split(' '));

/** Adds what style sheets of the page's own origin write before and behind elements that it has. */
export function* addTextsOfStyles(labels: string[], document: Document): Generator<void> {
  for (const text of writtenByStyles(document, mayBeMarking)) {
    if (labels.length < MAX_LABELS) labels.push(text.slice(0, MAX_LABEL));
    yield;
  }
}
