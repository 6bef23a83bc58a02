/**
 * The first `count` of a list in an order, in that order. Looks at each once and keeps no more than are wanted: of
 * twenty thousand that fit a letter forty are shown. Pure.
 */
export function firstOf<T>(list: readonly T[], count: number, order: (a: T, b: T) => number): T[] {
  if (count >= list.length) return [...list].sort(order);
  if (count <= 0) return [];
  const kept = list.slice(0, count).sort(order);
  for (let at = count; at < list.length; at += 1) {
    const one = list[at] as T;
    if (order(one, kept[count - 1] as T) >= 0) continue;
    kept.splice(placeOf(one, kept, order), 0, one);
    kept.pop();
  }
  return kept;
}

/** Behind everything that comes before it or is its equal. */
function placeOf<T>(one: T, sorted: readonly T[], order: (a: T, b: T) => number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (order(one, sorted[middle] as T) < 0) to = middle;
    else from = middle + 1;
  }
  return from;
}
