/** A week, named by the Monday it begins with: a calendar day of the desk, written 2026-11-30. */
import * as z from 'zod/mini';
import { daySchema } from './desk-rules.ts';

const DAY_MS = 86_400_000;

/** Whether a written day is a Monday; what is no day at all is none. */
export const isMonday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 1;

function mondayOfWeek(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}

/** What somebody writes: another day is refused, for nobody knows which week was meant. */
export const mondaySchema = daySchema.check(z.refine(isMonday, { error: 'a week begins on a Monday' }));

/** What is kept already, from before that was refused: any day stands for its week, so that nothing planned is lost. */
export const weekSchema = daySchema.check(z.overwrite(mondayOfWeek));
