/** The heading of a PDF: what is set largest where it begins. */
import type { Line } from './lines.ts';
import { joinLines } from './paragraphs.ts';

/** Larger than the text by this much, or it is no heading. */
const LARGER = 1.15;
const SAME_SIZE = 0.06;
const LONGEST = 250;
/** Covers with nothing but a picture come first in many reports. */
const LOOKED_AT = 3;

/** The heading on the first page that has one; empty if all is set alike. */
export function headingOf(pages: readonly (readonly Line[])[]): string {
  const usual = usualSize(pages);
  for (const lines of pages.slice(0, LOOKED_AT)) {
    const blocks = blocksOf(lines).filter(
      ({ text, size }) => size >= usual * LARGER && text.length <= LONGEST && (text.match(/\p{L}/gu)?.length ?? 0) >= 4,
    );
    // A single word in large letters is mostly the name of a company or of a series.
    const headings = blocks.some(({ text }) => text.includes(' '))
      ? blocks.filter(({ text }) => text.includes(' '))
      : blocks;
    const [largest] = headings.toSorted((a, b) => b.size - a.size);
    if (largest !== undefined) return largest.text;
  }
  return '';
}

/** Lines that follow each other in the same size. */
function blocksOf(lines: readonly Line[]): { text: string; size: number }[] {
  const blocks: { text: string; size: number; y: number }[] = [];
  for (const { text, size, y } of lines) {
    const last = blocks.at(-1);
    const goesOn =
      last !== undefined && Math.abs(last.size - size) <= size * SAME_SIZE && last.y >= y && last.y - y < size * 1.9;
    if (!goesOn) blocks.push({ text, size, y });
    else if (last.text.length <= LONGEST) Object.assign(last, { text: joinLines(last.text, text), y });
  }
  return blocks;
}

/** The size in which most of the letters are set. */
function usualSize(pages: readonly (readonly Line[])[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of pages.flat()) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  const [most] = [...letters].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? 0;
}
