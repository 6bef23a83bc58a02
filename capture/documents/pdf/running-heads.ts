/** Takes away what stands on every page: running heads, feet and page numbers are no text of a document. */
import type { Line } from './lines.ts';

/** How many lines at the top and at the bottom may be one. */
const EDGE = 3;
const LOOKED_AT = 10;
/** A line at the edge of this many pages, and of this part of them, is one. */
const REPEATED = 2;
const PART = 0.4;

const PAGE_NUMBER = /^\W*(?:(?:seite|page|s\.|p\.)\s*)?\d{1,4}(?:\s*(?:von|of|\/|\|)\s*\d{1,4})?\W*$/i;

/** The same but for the number of the page. */
const likeness = (text: string): string => text.replace(/\d+/g, '#').toLowerCase();

export function withoutRunningHeads(pages: readonly (readonly Line[])[]): Line[][] {
  const counts = new Map<string, number>();
  const edges = pages.map(edgesOf);
  for (const edge of edges)
    for (const text of new Set([...edge].map((line) => likeness(line.text))))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  const limit = Math.max(REPEATED, pages.length * PART);
  return pages.map((lines, page) =>
    lines.filter((line) => {
      if (!edges[page]?.has(line)) return true;
      return (counts.get(likeness(line.text)) ?? 0) < limit && !PAGE_NUMBER.test(line.text);
    }),
  );
}

/** The lines at the edges of the first pages, which a marking of each page is one of. */
export const edgeLines = (pages: readonly (readonly Line[])[]): string[] => [
  ...new Set(pages.slice(0, LOOKED_AT).flatMap((lines) => [...edgesOf(lines)].map(({ text }) => text))),
];

function edgesOf(lines: readonly Line[]): Set<Line> {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  return new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)]);
}
