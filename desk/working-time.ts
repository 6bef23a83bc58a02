/**
 * Time as the desk counts it: only while it works. Every clock of the desk runs by these three
 * functions, in the queue and on the devices.
 *
 * A moment is working time if the desk's wall clock then shows a minute of its hours, on a day that is
 * no holiday. So the hour that summer time skips is never worked, and the one it repeats is worked twice.
 */

import type { DeskRules } from '../protocol/desk-rules.ts';
import { offsetAt } from './zone.ts';

/** When somebody works: of the desk's rules, or of a department's window in the same zone. */
export type WorkingHours = Pick<DeskRules, 'timeZone' | 'hours' | 'holidays'>;

/** Working time in epoch milliseconds; the end is not part of it. */
type Span = { from: number; to: number };

const MINUTE = 60_000;
const DAY = 86_400_000;
/** No clock of ours counts further; hours that never open, or nearly so, end here too. */
const HORIZON_DAYS = 7_320;
/** No zone is further from UTC. */
const FURTHEST = 15 * 3_600_000;

/**
 * The working minutes between two moments, as a fraction to the millisecond; 0 if `to` is not after `from`.
 * Nothing is counted beyond 20 years.
 */
export function workingMinutesBetween(hours: WorkingHours, from: number, to: number): number {
  let worked = 0;
  for (const span of spansFrom(hours, from)) {
    if (span.from >= to) break;
    worked += Math.min(span.to, to) - span.from;
  }
  return worked / MINUTE;
}

/**
 * The first moment at which that many working minutes have passed since `from`: the end of a working
 * day rather than the morning after. Null if the hours never bring so many (none at all, or not in 20 years).
 * @param minutes may be a fraction, as `workingMinutesBetween` answers it; 0 and less is `from` itself.
 */
export function momentAfterWorking(hours: WorkingHours, from: number, minutes: number): number | null {
  let left = Math.round(minutes * MINUTE);
  if (left <= 0) return from;
  for (const span of spansFrom(hours, from)) {
    const length = span.to - span.from;
    if (left <= length) return span.from + left;
    left -= length;
  }
  return null;
}

/** `at` itself if it is working time, else when working time begins next; null if it never does. */
export function nextOpening(hours: WorkingHours, at: number): number | null {
  for (const span of spansFrom(hours, at)) return span.from;
  return null;
}

/** Whether the desk works on a day, given as days since 1970-01-01. Hours that never open know no day off. */
export const isWorkingDay = (hours: WorkingHours, day: number): boolean =>
  !hours.hours.some((span) => span.from < span.to) || spansOfDay(hours, day).length > 0;

/** When work ends on a day, given as days since 1970-01-01; null where nobody works then. */
export const endOfWork = (hours: WorkingHours, day: number): number | null => spansOfDay(hours, day).at(-1)?.to ?? null;

/** The calendar day of a moment in a time zone, as days since 1970-01-01. */
export const dayIn = (timeZone: string, at: number): number => Math.floor((at + offsetAt(timeZone, at)) / DAY);

/** A day as it is written in the rules, 2026-12-24. */
export const writtenDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** What is left of the working time after a moment, in order. */
function* spansFrom(hours: WorkingHours, from: number): Generator<Span> {
  if (!hours.hours.some((span) => span.from < span.to)) return;
  const first = dayIn(hours.timeZone, from);
  for (let day = first; day < first + HORIZON_DAYS; day += 1) {
    for (const span of spansOfDay(hours, day)) {
      if (span.to > from) yield { from: Math.max(span.from, from), to: span.to };
    }
  }
}

/** Days are asked for again and again, for one topic after the other, and their zone is slow to ask. */
const known = new WeakMap<WorkingHours, Map<number, readonly Span[]>>();

function spansOfDay(hours: WorkingHours, day: number): readonly Span[] {
  const days = known.get(hours) ?? new Map<number, readonly Span[]>();
  known.set(hours, days);
  const spans = days.get(day) ?? findSpans(hours, day);
  days.set(day, spans);
  return spans;
}

function findSpans({ timeZone, hours, holidays }: WorkingHours, day: number): readonly Span[] {
  const weekday = weekdayOf(day);
  const worked = hours.filter((span) => span.weekday === weekday && span.from < span.to);
  if (worked.length === 0 || holidays.includes(writtenDay(day))) return [];
  const wall = worked.map(({ from, to }) => ({ from: day * DAY + from * MINUTE, to: day * DAY + to * MINUTE }));
  return united(stretches(timeZone, day).flatMap((stretch) => wall.flatMap((span) => placed(span, stretch))));
}

/** A time during which the zone keeps its distance from UTC. */
type Stretch = Span & { offset: number };

/** One stretch, or two when the clocks change around that day. */
function stretches(timeZone: string, day: number): Stretch[] {
  const from = day * DAY - FURTHEST;
  const to = day * DAY + DAY + FURTHEST;
  const before = offsetAt(timeZone, from);
  const after = offsetAt(timeZone, to);
  if (before === after) return [{ from, to, offset: before }];
  let [still, already] = [from, to];
  while (already - still > 1) {
    const middle = Math.floor((still + already) / 2);
    if (offsetAt(timeZone, middle) === before) still = middle;
    else already = middle;
  }
  return [
    { from, to: already, offset: before },
    { from: already, to, offset: after },
  ];
}

/** A span of the wall clock as moments, as far as they lie in the stretch. */
function placed(wall: Span, { from, to, offset }: Stretch): Span[] {
  const span = { from: Math.max(wall.from - offset, from), to: Math.min(wall.to - offset, to) };
  return span.from < span.to ? [span] : [];
}

/** In order, and those that touch or overlap as one: what is entered twice is not worked twice. */
function united(spans: Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans.sort((a, b) => a.from - b.from)) {
    const last = kept.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else kept.push({ ...span });
  }
  return kept;
}
