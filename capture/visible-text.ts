/**
 * A document's text as a reader sees it, and where in it ranges begin and end. Walked in the order in
 * which it is drawn, by style and without layout; the text is what a browser's search would look through.
 */
import { MAX_NODES, MAX_TEXT, NODES_PER_STEP } from './capture-limits.ts';
import { drawnChildren, firstChild, isElement, isInside, isText, nextSibling, styleOf, tagOf, textOf } from './dom.ts';
import { isInline } from './page.ts';

/** Units of `VisibleText.text`: [start, end). */
export type Span = { start: number; end: number };

export type VisibleText = {
  /** White space is one character: "\n" between blocks and rows, "\t" between cells, else one of `SEPARATORS`. */
  text: string;
  /** One for each range that holds visible text, in the order given. */
  spans: Span[];
  /** What cannot be selected, such as line numbers. */
  unselectable: Span[];
  /** False if a limit ended it. */
  isWhole: boolean;
};

/** Nodes looked at, and UTF-16 units after which no further node is. */
export type ReadLimits = { nodes: number; text: number };

/** What is no text, or not looked through by a search. `title` and the like stand in drawings. */
const SKIPPED = new Set(
  `script style noscript template iframe object embed img video audio canvas input textarea select progress meter
   title desc defs metadata`.split(/\s+/),
);

/**
 * What stands between two runs of text; the strongest of several is kept, and the first two add up. An
 * inline block or a part that cannot be selected is drawn in the line, but a search may stop at it.
 */
const SEPARATORS = ['', '\v', ' ', '\f', '\n', '\t', '\n'] as const;
const ATOM = 1;
const SPACE = 2;
const BLOCK = 4;
const CELL = 5;
const ROW = 6;

type Edge = { range: number; isEnd: boolean; node: Node; offset: number };
type Level = {
  node: Node;
  rest: Iterator<Node>;
  separator: number;
  shown: boolean;
  selectable: boolean;
  /** Line breaks of the source are shown as such. */
  lines: boolean;
};

export function* readVisibleText(
  root: Node,
  ranges: readonly AbstractRange[],
  limits: ReadLimits = { nodes: MAX_NODES, text: MAX_TEXT },
): Generator<void, VisibleText> {
  const edges = new Set(ranges.flatMap((range, index) => edgesOf(range, index)));
  const edgesAt = Map.groupBy(edges, ({ node }) => node);
  const spans: Partial<Span>[] = ranges.map(() => ({}));
  const unselectable: Span[] = [];
  let text = '';
  let pending = 0;
  const beginning = new Set<number>();

  const separate = (separator: number) => {
    pending = Math.max(pending, separator) < BLOCK ? pending | separator : Math.max(pending, separator);
  };
  const settle = (edge: Edge) => {
    edges.delete(edge);
    const span = spans[edge.range];
    if (!edge.isEnd) beginning.add(edge.range);
    else if (span !== undefined && !beginning.delete(edge.range)) span.end = text.length;
  };
  const say = (part: string, { selectable, lines }: Level) => {
    if (!lines) return sayLine(part, selectable);
    for (const line of part.split('\n')) {
      sayLine(line, selectable);
      separate(BLOCK);
    }
  };
  const sayLine = (part: string, selectable: boolean) => {
    const words = part.replace(/[\u00ad\u200b\ufeff]/g, '').replace(/\s+/g, ' ');
    if (words.startsWith(' ')) separate(SPACE);
    const body = words.trim();
    if (body === '') return;
    if (text !== '') text += SEPARATORS[pending];
    pending = words.endsWith(' ') ? SPACE : 0;
    for (const range of beginning) spans[range] = { start: text.length };
    beginning.clear();
    if (!selectable) unselectable.push({ start: text.length, end: text.length + body.length });
    text += body;
  };

  const levels: Level[] = [
    { node: root, rest: drawnChildren(root), separator: BLOCK, shown: true, selectable: true, lines: false },
  ];
  let visited = 0;
  let isWhole = true;
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const { done, value: node } = level.rest.next();
    const isOver = visited > limits.nodes || text.length > limits.text;
    if (done || isOver) {
      isWhole &&= done === true;
      for (const edge of edgesAt.get(level.node) ?? []) if (edges.has(edge)) settle(edge);
      separate(level.separator);
      levels.pop();
      continue;
    }
    visited += 1;
    if (visited % NODES_PER_STEP === 0) yield;
    const here = edgesAt.get(node) ?? [];
    if (isText(node)) {
      if (!level.shown) {
        for (const edge of here) settle(edge);
        continue;
      }
      const data = textOf(node, MAX_TEXT);
      let from = 0;
      for (const edge of here.sort((a, b) => a.offset - b.offset)) {
        say(data.slice(from, edge.offset), level);
        settle(edge);
        from = edge.offset;
      }
      say(data.slice(from), level);
      continue;
    }
    for (const edge of here) if (edge.offset === 0) settle(edge);
    if (!isElement(node)) continue;
    const tag = tagOf(node);
    const style = SKIPPED.has(tag) ? null : styleOf(node);
    if (style === null || style.display === 'none') {
      for (const edge of edges) if (isInside(edge.node, node)) settle(edge);
      continue;
    }
    const selectable = style.userSelect === 'none' ? false : style.userSelect === 'text' || level.selectable;
    const separator = Math.max(tag === 'br' ? BLOCK : separatorOf(style.display, tag), selectable ? 0 : ATOM);
    separate(separator);
    levels.push({
      node,
      rest: drawnChildren(node),
      separator,
      shown: !/hidden|collapse/.test(style.visibility),
      selectable,
      lines: /^(?:pre|break)/.test(style.whiteSpace),
    });
  }
  return {
    text,
    spans: spans.filter(
      (span): span is Span => span.start !== undefined && span.end !== undefined && span.end > span.start,
    ),
    unselectable,
    isWhole,
  };
}

function separatorOf(display: string, tag: string): number {
  // Narrow screens often stack cells as blocks; they are cells still.
  if (display === 'table-cell' || tag === 'td' || tag === 'th') return CELL;
  if (display.startsWith('table') || tag === 'tr') return ROW;
  if (display === '') return isInline(tag) ? 0 : BLOCK;
  if (display.startsWith('inline-')) return ATOM;
  return /^(?:inline|contents|ruby)/.test(display) ? 0 : BLOCK;
}

/** Where a range begins and ends: in a text, before a node (offset 0), or after all that is in one. */
const edgesOf = (range: AbstractRange, index: number): Edge[] => [
  { range: index, isEnd: false, ...edgeAt(range.startContainer, range.startOffset) },
  { range: index, isEnd: true, ...edgeAt(range.endContainer, range.endOffset) },
];

function edgeAt(container: Node, offset: number): Pick<Edge, 'node' | 'offset'> {
  if (isText(container)) return { node: container, offset };
  let child = firstChild(container);
  for (let index = 0; index < offset && child !== null; index += 1) child = nextSibling(child);
  return child === null ? { node: container, offset: Number.POSITIVE_INFINITY } : { node: child, offset: 0 };
}
