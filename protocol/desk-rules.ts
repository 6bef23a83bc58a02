/**
 * When the desk works and how it answers: one row of the strategy, the same for everybody. The clocks
 * run by it on both sides.
 */
import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { slugSchema } from './person.ts';
import { minutesSchema } from './time.ts';

/** Minutes since midnight, in the desk's time zone. */
const minuteOfDaySchema = z.int().check(z.nonnegative(), z.maximum(1_440));
/** 1 is Monday, 7 is Sunday (ISO 8601). */
const weekdaySchema = z.int().check(z.minimum(1), z.maximum(7));
/** A calendar day in the desk's time zone, written 2026-12-24. */
export const daySchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Working hours of one weekday; a day may have several. */
export const hoursSchema = z.object({ weekday: weekdaySchema, from: minuteOfDaySchema, to: minuteOfDaySchema });

export const effortMinutesSchema = z.object({ S: minutesSchema, M: minutesSchema, L: minutesSchema });
export const EFFORT_MINUTES = { S: 30, M: 120, L: 480 };

export const deskRulesSchema = z.object({
  id: z.literal('desk'),
  /** An IANA name, such as Europe/Berlin. */
  timeZone: z.string().check(z.minLength(1), z.maxLength(64)),
  hours: z.array(hoursSchema).check(z.maxLength(50)),
  holidays: z.array(daySchema).check(z.maxLength(500)),
  /** Working minutes until a new suggestion wants an answer, and until a question does. */
  triageMinutes: z.int().check(z.positive()),
  answerMinutes: z.int().check(z.positive()),
  /** Who is the editor of which week: the day it begins (a Monday) and the person. Without an entry whoever has the role. */
  dutyWeeks: z.array(z.object({ monday: daySchema, personId: slugSchema })).check(z.maxLength(500)),
  /** Who hears of what the duty editor left too. */
  headId: z.nullable(slugSchema),
  /** How many questions a person may be asked in a month. */
  questionsPerMonth: z.int().check(z.positive(), z.maximum(LIMITS.questionsPerMonth)),
  /** What a small, a middling and a large topic take. */
  effortMinutes: z._default(effortMinutesSchema, EFFORT_MINUTES),
  /** What a person has for topics and assignments in a week, where they or their lead said nothing else; null: nobody counts. */
  weekMinutes: z._default(z.nullable(minutesSchema), null),
});
export type DeskRules = z.infer<typeof deskRulesSchema>;

/** Whether the runtime knows this IANA zone: it throws for others. */
export function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const WORKDAY = { from: 540, to: 1_020 };

/** Where a company has said nothing: Monday to Friday, nine to five, two days for a suggestion, three for an answer. */
export const DEFAULT_DESK_RULES: DeskRules = {
  id: 'desk',
  timeZone: 'Europe/Berlin',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, ...WORKDAY })),
  holidays: [],
  triageMinutes: 960,
  answerMinutes: 1_440,
  dutyWeeks: [],
  headId: null,
  questionsPerMonth: 4,
  effortMinutes: EFFORT_MINUTES,
  weekMinutes: null,
};
