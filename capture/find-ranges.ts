/** Texts that were read of a page → where they stand in it now. Compared without white space, for that is never kept as it was. */
import { MAX_TEXT } from './capture-limits.ts';
import { drawnChildren, isElement, isText, tagOf, textOf } from './dom.ts';

/** Units without white space before the first of `node`. */
type Piece = { node: CharacterData; start: number };

/** What is not there any more is looked for in the whole page each time; that many times. */
const MAX_MISSES = 100;

const dense = (text: string): string => text.replace(/\s+/g, '');

export function findRanges(document: Document, texts: readonly string[]): Range[] {
  const { text, pieces } = denseText(document);
  const ranges: Range[] = [];
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
    const range = document.createRange();
    range.setStart(...placeAt(pieces, at));
    const [node, offset] = placeAt(pieces, from - 1);
    range.setEnd(node, offset + 1);
    ranges.push(range);
  }
  return ranges;
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

/** The node and offset of one unit of the dense text. */
function placeAt(pieces: readonly Piece[], at: number): [CharacterData, number] {
  let low = 0;
  for (let high = pieces.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= at) low = middle;
    else high = middle;
  }
  const { node, start } = pieces[low] as Piece;
  let left = at - start;
  const offset = [...Array(node.length).keys()].find((index) => !/\s/.test(node.data.charAt(index)) && left-- === 0);
  return [node, offset ?? 0];
}
