/** What the person has selected, wherever on the page they did, as a quote and the place where it stands. */
import { LIMITS } from '../protocol/limits.ts';
import { MAX_NODES, MAX_SELECTED, NODES_PER_STEP } from './capture-limits.ts';
import {
  documentOf,
  firstChild,
  isElement,
  mayBeInside,
  nextSibling,
  selectedInTextArea,
  selectionIn,
  shadowOf,
} from './dom.ts';
import { maySelectIn } from './hidden-frames.ts';
import { quotedText } from './quote.ts';
import { foldText, textDirective, wholeWords } from './text-directive.ts';
import { readVisibleText, type Span } from './visible-text.ts';

/** Firefox selects a column of a table as one range for each cell. */
const MAX_RANGES = 50;

/** `place` is null where no address leads: in a frame, in a text area, or where nothing tells the quote apart. The text may be longer than a quote. */
export type Selected = { text: string; place: string | null };

/** A document or shadow root to look in, and the document that draws it. */
type Scope = { root: Document | ShadowRoot; drawnBy: Document };

/**
 * The selection, its ranges (several in Firefox) apart by "…". Looks into frames of the same origin
 * and open shadow roots as well. Null if nothing is selected. Of fields only a text area is read.
 */
export function* readSelection(document: Document): Generator<void, Selected | null> {
  const own = yield* selectedIn({ root: document, drawnBy: document }, document);
  if (own !== null || !mayBeInside(document, maySelectIn)) return own;
  for (const scope of scopesInside(document)) {
    const selected = scope === null ? null : yield* selectedIn(scope, document);
    if (selected !== null) return selected;
    if (scope === null) yield;
  }
  return null;
}

function* selectedIn({ root, drawnBy }: Scope, top: Document): Generator<void, Selected | null> {
  const typed = root === drawnBy ? selectedInTextArea(drawnBy).trim() : '';
  if (typed !== '') return { text: typed.slice(0, MAX_SELECTED), place: null };
  const ranges = rangesOf(selectionIn(root));
  if (ranges.length === 0) return null;
  const { text, spans, unselectable } = yield* readVisibleText(drawnBy, ranges);
  const whole = spans.map((span) => wholeWords(text, span));
  const quote = whole.map((span) => quotedText(text, span, unselectable)).filter((part) => part !== '');
  if (quote.length === 0) return null;
  const place = drawnBy === top ? yield* placeOf(text, whole) : null;
  return { text: quote.join(' … ').slice(0, MAX_SELECTED), place };
}

/** One directive for each range, as many as fit; all or nothing of each. */
function* placeOf(text: string, spans: readonly Span[]): Generator<void, string | null> {
  const folded = yield* foldText(text);
  let place = '';
  for (const span of spans) {
    const directive = textDirective(text, folded, span) ?? '';
    const more = place === '' || directive === '' ? place + directive : `${place}&${directive}`;
    if (more.length <= LIMITS.quotePlace) place = more;
    yield;
  }
  return place === '' ? null : place;
}

function rangesOf(selection: Selection | null): Range[] {
  if (selection === null) return [];
  const count = Math.min(selection.rangeCount, MAX_RANGES);
  return Array.from({ length: count }, (_, index) => selection.getRangeAt(index)).filter(({ collapsed }) => !collapsed);
}

/** Shadow roots and documents inside a document, within the limit of nodes; null is a step without any. */
function* scopesInside(document: Document): Generator<Scope | null> {
  const open: { node: Node | null; drawnBy: Document }[] = [{ node: firstChild(document), drawnBy: document }];
  for (let visited = 0; visited < MAX_NODES; ) {
    const at = open.pop();
    if (at === undefined) return;
    const { node, drawnBy } = at;
    if (node === null) continue;
    visited += 1;
    if (visited % NODES_PER_STEP === 0) yield null;
    open.push({ node: nextSibling(node), drawnBy }, { node: firstChild(node), drawnBy });
    if (!isElement(node)) continue;
    const shadow = shadowOf(node);
    const framed = shadow === null ? documentOf(node) : null;
    if (shadow !== null) yield { root: shadow, drawnBy };
    if (framed !== null) yield { root: framed, drawnBy: framed };
    const inner = shadow ?? framed;
    if (inner !== null) open.push({ node: firstChild(inner), drawnBy: framed ?? drawnBy });
  }
}
