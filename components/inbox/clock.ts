import type { Topic } from '../../protocol/topic.ts';

const DAY = 86_400_000;
/** A suggestion is looked at within two working days; from one on its clock shows colour. */
const DUE_AFTER = 1;
const OVERDUE_AFTER = 2;

export type Urgency = 'fresh' | 'due' | 'overdue';

/** Days between two moments without Saturdays and Sundays, in the device's time. */
export function workingDays(from: number, to: number): number {
  let worked = 0;
  for (let at = from; at < to; ) {
    const midnight = new Date(at).setHours(24, 0, 0, 0);
    const end = Math.min(midnight, to);
    const weekday = new Date(at).getDay();
    if (weekday !== 0 && weekday !== 6) worked += (end - at) / DAY;
    at = end;
    // Long ago is long ago; counting stops well after every limit.
    if (worked > 30) break;
  }
  return worked;
}

/** How pressing a topic is: only what waits for the editors has a running clock. */
export function urgencyOf(topic: Pick<Topic, 'state' | 'stateSince'>, now: number): Urgency {
  if (topic.state !== 'new') return 'fresh';
  const waited = workingDays(topic.stateSince, now);
  return waited >= OVERDUE_AFTER ? 'overdue' : waited >= DUE_AFTER ? 'due' : 'fresh';
}
