/** What the person has selected, wherever on the page they did. */
import { MAX_NODES, NODES_PER_STEP } from './capture-limits.ts';
import { documentOf, firstChild, isElement, mayBeInside, nextSibling, selectionIn, shadowOf } from './dom.ts';

/** Several times the longest quote: what is over is cut later, and said to be. */
const MAX_SELECTED = 4_000;

/**
 * The selected text; several ranges, as Firefox allows, stand apart by "…". Looks into frames of the
 * same origin and open shadow roots as well. Null if nothing is selected. Longer than a quote may
 * be: `makeDraft` cuts it.
 */
export function captureSelection(document: Document): string | null {
  const reading = readSelection(document);
  let step = reading.next();
  while (step.done !== true) step = reading.next();
  return step.value;
}

/** The same, stepped by its caller. */
export function* readSelection(document: Document): Generator<void, string | null> {
  const own = selectedText(selectionIn(document));
  if (own !== null || !mayBeInside(document)) return own;
  for (const inner of innerRoots(document)) {
    const text = inner === null ? null : selectedText(selectionIn(inner));
    if (text !== null) return text;
    if (inner === null) yield;
  }
  return null;
}

/** The text of one selection, its ranges in order; null if it is empty. */
export function selectedText(
  selection: Pick<Selection, 'rangeCount' | 'getRangeAt' | 'toString'> | null,
): string | null {
  if (selection === null || selection.rangeCount === 0) return null;
  const ranges = selection.rangeCount > 1 ? [...Array(Math.min(selection.rangeCount, 20)).keys()] : [];
  const text =
    ranges.length === 0
      ? selection.toString()
      : ranges.map((index) => selection.getRangeAt(index).toString().slice(0, MAX_SELECTED).trim()).join(' … ');
  const tidy = text.slice(0, MAX_SELECTED).trim();
  return tidy === '' ? null : tidy;
}

/** Shadow roots and documents inside a document, within the limit of nodes; null is a step without any. */
function* innerRoots(document: Document): Generator<Document | ShadowRoot | null> {
  const open: (Node | null)[] = [firstChild(document)];
  let visited = 0;
  while (open.length > 0) {
    const node = open.pop();
    if (node === null || node === undefined) continue;
    visited += 1;
    if (visited > MAX_NODES) return;
    if (visited % NODES_PER_STEP === 0) yield null;
    open.push(nextSibling(node), firstChild(node));
    const inner = isElement(node) ? (shadowOf(node) ?? documentOf(node)) : null;
    if (inner === null) continue;
    yield inner;
    open.push(firstChild(inner));
  }
}
