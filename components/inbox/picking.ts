/** Picking a stretch of the list, as Shift with an arrow or a click does. */

export type PickChange = { ids: string[]; isPicked: boolean };

/**
 * What changes when a stretch that reached from `anchor` to `from` now reaches to `to`, by places in the
 * list: what it leaves is no longer picked, what it comes to is.
 */
export function moveStretch(ids: readonly string[], anchor: number, from: number, to: number): PickChange[] {
  const between = (a: number, b: number) => ids.slice(Math.min(a, b), Math.max(a, b) + 1);
  const now = between(anchor, to);
  const left = between(anchor, from).filter((id) => !now.includes(id));
  return [
    { ids: left, isPicked: false },
    { ids: now, isPicked: true },
  ].filter((change) => change.ids.length > 0);
}
