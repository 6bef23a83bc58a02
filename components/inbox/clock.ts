import { workingMinutesBetween } from '../../desk/working-time.ts';
import type { DeskRules } from '../../protocol/desk-rules.ts';
import type { Topic } from '../../protocol/topic.ts';

/** How the clock of a topic stands, in working minutes. `soon`: less than a quarter of the time is left. */
export type Clock = { kind: 'none' } | { kind: 'left' | 'soon' | 'over'; minutes: number };

export function clockOf({ dueAt }: Pick<Topic, 'dueAt'>, rules: DeskRules, now: number): Clock {
  if (dueAt === null) return { kind: 'none' };
  if (dueAt <= now) return { kind: 'over', minutes: Math.floor(workingMinutesBetween(rules, dueAt, now)) };
  const minutes = Math.ceil(workingMinutesBetween(rules, now, dueAt));
  return { kind: minutes * 4 <= rules.triageMinutes ? 'soon' : 'left', minutes };
}

export type Amount = { unit: 'minutes' | 'hours' | 'days'; count: number };

/** Working minutes as people say them: up to two working days in hours, more in days of this desk. */
export function amountOf(minutes: number, rules: DeskRules): Amount {
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const day = minutesOfDay(rules);
  if (minutes <= 2 * day) return { unit: 'hours', count: Math.round(minutes / 60) };
  return { unit: 'days', count: Math.round(minutes / day) };
}

/** How long this desk works on a day when it works, in the mean. */
function minutesOfDay({ hours }: DeskRules): number {
  const days = new Set(hours.map(({ weekday }) => weekday)).size;
  const minutes = hours.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0);
  return days === 0 || minutes === 0 ? 480 : minutes / days;
}
