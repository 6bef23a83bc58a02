/** Which rows of a long list stand on the page: those in sight and some around them. */

/** Up to this many rows all stand on the page, where find-in-page and screen readers expect them. */
export const WHOLE_UP_TO = 200;
/** Rows above and below what is in sight, so that scrolling shows no gap. */
const AROUND = 12;

export type Stretch = { from: number; to: number };

/**
 * The rows to be drawn, `to` excluded. Pure.
 * @param top how far the list is scrolled, `height` how much of it is in sight, `row` how high a row is; pixels
 */
export function windowOf(count: number, { top, height, row }: { top: number; height: number; row: number }): Stretch {
  if (count <= WHOLE_UP_TO || row <= 0) return { from: 0, to: count };
  const first = Math.floor(top / row) - AROUND;
  const last = Math.ceil((top + height) / row) + AROUND;
  return { from: Math.min(Math.max(0, first), Math.max(0, count - 1)), to: Math.min(count, Math.max(1, last)) };
}

/** The places to be drawn: the stretch in sight, and the row at hand wherever it is, for the focus stays on it. */
export function placesOf({ from, to }: Stretch, at: number): number[] {
  const places = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  if (at < 0 || (at >= from && at < to)) return places;
  return at < from ? [at, ...places] : [...places, at];
}
