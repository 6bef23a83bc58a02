/** What appears where and when. */
import type { PlanItem, PlanWeek } from './plan-props.ts';

/** When something appears: the day it appeared, else the day it is planned for. */
export const appearsAt = ({ publication: { state, publishedAt, dueAt } }: PlanItem): number | null =>
  state === 'published' ? publishedAt : dueAt;

/** What appears on one channel in one week, in the order of days. */
export function itemsIn(
  items: readonly PlanItem[],
  channelId: string,
  weeks: readonly PlanWeek[],
  week: number,
): PlanItem[] {
  const from = weeks[week]?.from ?? 0;
  const to = weeks[week + 1]?.from ?? from + 7 * 86_400_000;
  return items
    .filter((item) => {
      const at = appearsAt(item);
      return item.publication.channelId === channelId && at !== null && at >= from && at < to;
    })
    .sort((a, b) => (appearsAt(a) ?? 0) - (appearsAt(b) ?? 0));
}
