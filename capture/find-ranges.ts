/** Texts that were read of a page → where they stand in it now. Compared without white space, for that is never kept as it was. */
import { MAX_TEXT } from './capture-limits.ts';
import { drawnChildren, isElement, isText, tagOf, textOf } from './dom.ts';

/** Units without white space before the first of `node`. */
type Piece = { node: CharacterData; start: number };

type Place = [node: CharacterData, offset: number];

/** What is not there any more is looked for in the whole page each time; that many times. */
const MAX_MISSES = 100;

const dense = (text: string): string => text.replace(/\s+/g, '');

export function findRanges(document: Document, texts: readonly string[]): Range[] {
  const { text, pieces } = denseText(document);
  /** The first and the last unit of each. */
  const found: [number, number][] = [];
  let from = 0;
  let misses = 0;
  for (const wanted of texts.map(dense)) {
    if (wanted === '' || misses > MAX_MISSES) continue;
    let at = text.indexOf(wanted, from);
    if (at < 0) at = text.indexOf(wanted);
    if (at < 0) {
      misses += 1;
      continue;
    }
    from = at + wanted.length;
    found.push([at, from - 1]);
  }
  const places = placesOf(pieces, found.flat());
  return found.map(([first, last]) => {
    const range = document.createRange();
    range.setStart(...(places.get(first) as Place));
    const [node, offset] = places.get(last) as Place;
    range.setEnd(node, offset + 1);
    return range;
  });
}

function denseText(document: Document): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  const open = [drawnChildren(document)];
  let text = '';
  while (open.length > 0 && text.length < MAX_TEXT) {
    const { done, value: node } = open.at(-1)?.next() ?? { done: true };
    if (done || node === undefined) {
      open.pop();
    } else if (isText(node)) {
      const data = dense(textOf(node, MAX_TEXT));
      if (data !== '') pieces.push({ node, start: text.length });
      text += data;
    } else if (isElement(node) && !/^(?:script|style|noscript|template|title|textarea)$/.test(tagOf(node))) {
      open.push(drawnChildren(node));
    }
  }
  return { text, pieces };
}

/** The node and offset of units of the dense text. Each piece is walked once: a page's whole text can be a single one. */
function placesOf(pieces: readonly Piece[], units: readonly number[]): Map<number, Place> {
  const places = new Map<number, Place>();
  const rising = units.toSorted((a, b) => a - b);
  let next = 0;
  const wanted = () => rising[next] ?? Number.POSITIVE_INFINITY;
  for (const [index, { node, start }] of pieces.entries()) {
    const end = pieces[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    if (wanted() >= end) continue;
    const data = textOf(node, MAX_TEXT);
    let unit = start;
    for (let offset = 0; offset < data.length && wanted() < end; offset += 1) {
      if (/\s/.test(data.charAt(offset))) continue;
      if (wanted() === unit) places.set(unit, [node, offset]);
      while (wanted() === unit) next += 1;
      unit += 1;
    }
  }
  return places;
}
