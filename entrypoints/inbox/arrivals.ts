/**
 * Rows must not jump under the cursor while somebody reads them. New topics that belong before what is
 * shown wait, counted, until the person asks for them; those that belong at the end simply appear.
 */
/** @param seen the ids that may be shown; null at first and whenever the list was asked for anew. */
export function withoutJumps<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  seen: ReadonlySet<string> | null,
): { rows: T[]; waiting: number; seen: ReadonlySet<string> } {
  const first = seen === null || !rows.some((row) => seen.has(idOf(row)));
  if (first) return { rows: [...rows], waiting: 0, seen: new Set(rows.map(idOf)) };
  const last = rows.findLastIndex((row) => seen.has(idOf(row)));
  const shown = rows.filter((row, index) => index > last || seen.has(idOf(row)));
  return {
    rows: shown,
    waiting: rows.length - shown.length,
    seen: new Set([...seen, ...shown.map(idOf)]),
  };
}
