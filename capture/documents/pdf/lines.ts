/** Runs of text as a PDF places them on a page → lines, in the order in which they were written. */

/** What pdf.js says of a run; a size or place that is no number comes from a broken file. */
export type Run = { str: string; transform: readonly number[]; width: number; hasEOL: boolean };

export type Line = {
  text: string;
  /** Height of the letters, in points. */
  size: number;
  left: number;
  right: number;
  /** Distance of the base line from the bottom of the page, in points. */
  y: number;
};

/** A run this much smaller than its line, and near it, is raised or lowered: a footnote's number, a formula. */
const SMALL = 0.8;
/** A step in parts of the size that begins another line. */
const STEP = 0.5;

export function linesOf(runs: Iterable<Run>): Line[] {
  const lines: Line[] = [];
  let line: Line | null = null;
  for (const run of runs) {
    const place = placeOf(run);
    if (line !== null && place !== null && !isOnLine(line, place)) line = null;
    if (place !== null && run.str !== '') {
      if (line === null) {
        line = { text: '', ...place };
        lines.push(line);
      }
      line.text += run.str;
      line.left = Math.min(line.left, place.left);
      line.right = Math.max(line.right, place.right);
      // A drop cap or a raised number is not what the line is set in.
      if (run.str.trim().length > 3) line.size = place.size;
    }
    if (run.hasEOL) line = null;
  }
  return lines.map((one) => ({ ...one, text: one.text.replace(/\s+/g, ' ').trim() })).filter(({ text }) => text !== '');
}

function placeOf({ transform, width }: Run): Omit<Line, 'text'> | null {
  const [, , c = 0, d = 0, left = 0, y = 0] = transform;
  const size = Math.hypot(c, d);
  return [size, left, y, width].every(Number.isFinite) ? { size, left, right: left + width, y } : null;
}

function isOnLine(line: Line, { size, y, left }: Omit<Line, 'text'>): boolean {
  const step = Math.abs(line.y - y);
  const tolerance = size < line.size * SMALL ? line.size : Math.max(size, line.size) * STEP;
  // Back to the left on the same height: another column, or the same words painted twice.
  return step <= tolerance && left >= line.left - line.size;
}
