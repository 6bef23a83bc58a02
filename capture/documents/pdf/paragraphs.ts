/** Lines → paragraphs: a PDF knows neither, so space, size and the ends of sentences decide. */
import type { Line } from './lines.ts';

/** More space than this, in parts of the usual distance of lines, divides paragraphs; large letters stand further apart. */
const GAP = 1.35;
const GAP_OF_SIZE = 1.55;
const OTHER_SIZE = 0.12;
/** A line that ends before this part of the column, with the end of a sentence, ends its paragraph. */
const SHORT = 0.8;
const LIST_ITEM = /^(?:[•‣▪▸–—*·●○■-]\s|\(?\d{1,3}[.)]\s|[a-z]\)\s)/;
/** "Vor- und Nachteile" keeps its hyphen. */
const SHARED_PART = /^(?:und|oder|bzw|sowie|and|or|to|bis)\b/;

export function paragraphsOf(lines: readonly Line[]): string[] {
  const usual = usualStep(lines);
  const paragraphs: string[] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const last = paragraphs.length - 1;
    if (before === undefined || dividedFrom(before, line, usual, widthAround(lines, at - 1)))
      paragraphs.push(line.text);
    else paragraphs[last] = joinLines(paragraphs[last] ?? '', line.text);
  }
  return paragraphs;
}

function dividedFrom(before: Line, line: Line, usual: number, right: number): boolean {
  if (Math.abs(before.size - line.size) > OTHER_SIZE * Math.max(before.size, line.size)) return true;
  if (LIST_ITEM.test(line.text)) return true;
  const endsSentence = /[.!?:…]["'“”»«)]*$/.test(before.text);
  const step = before.y - line.y;
  // Up again is the next column; on the next page a sentence may go on too.
  if (step <= 0) return endsSentence || !/^\p{Ll}/u.test(line.text);
  if (step > Math.max(usual * GAP, line.size * GAP_OF_SIZE)) return true;
  const isIndented = line.left - before.left > line.size * 0.5 && line.left - before.left < line.size * 4;
  return endsSentence && (isIndented || before.right < before.left + (right - before.left) * SHORT);
}

/** How far the lines around this one reach to the right: the edge of their column. */
function widthAround(lines: readonly Line[], at: number): number {
  let right = 0;
  for (const { right: edge } of lines.slice(Math.max(0, at - 4), at + 5)) right = Math.max(right, edge);
  return right;
}

/** The most frequent distance of two lines. A page of headings alone has none that says anything. */
function usualStep(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const [at, { y, size }] of lines.entries()) {
    const step = Math.round(((lines[at - 1]?.y ?? y) - y) * 2) / 2;
    if (step > size * 0.8 && step < size * 2.5) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([a, times], [b, others]) => others - times || a - b);
  return most?.[0] ?? (lines[0]?.size ?? 12) * 1.3;
}

/** A word that was divided at the end of a line is one again. */
export function joinLines(before: string, after: string): string {
  const isDivided = /\p{L}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(after) && !SHARED_PART.test(after);
  return isDivided ? before.slice(0, -1) + after : `${before} ${after}`;
}
