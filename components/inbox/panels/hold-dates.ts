import { isWorkingDay, type WorkingHours } from '../../../desk/working-time.ts';
import { isPossibleDay } from '../../plan/day-at.ts';

export const HOLD_CHOICES = ['holdTomorrow', 'holdNextDay', 'holdNextWeek', 'holdTwoWeeks', 'holdNextMonth'] as const;
export type HoldDate = { name: (typeof HOLD_CHOICES)[number]; at: number };

/** A held topic is back when work begins, in the device's time. */
const MORNING = 8;
/** No desk is closed for longer at a stretch. Days. */
const CLOSED_AT_MOST = 60;

/**
 * The dates that are offered for a topic on hold: tomorrow, two Mondays, and the first of next month; where the desk
 * does not work on one, the next day on which it does. The nearest first, none twice. "Next month" is not
 * offered where it comes before "in two weeks", as it does at the end of a month.
 */
export function holdDates(now: number, hours: WorkingHours): HoldDate[] {
  const morning = (change: (date: Date) => void): Date => {
    const date = new Date(now);
    date.setHours(MORNING, 0, 0, 0);
    change(date);
    return date;
  };
  const worked = (date: Date): number => {
    const day = new Date(date);
    for (let later = 0; later < CLOSED_AT_MOST && !isWorkingDay(hours, dayOf(day)); later += 1)
      day.setDate(day.getDate() + 1);
    return day.getTime();
  };
  const daysToMonday = (8 - new Date(now).getDay()) % 7 || 7;
  const tomorrow = morning((date) => date.setDate(date.getDate() + 1));
  const twoWeeks = worked(morning((date) => date.setDate(date.getDate() + daysToMonday + 7)));
  const nextMonth = worked(morning((date) => date.setMonth(date.getMonth() + 1, 1)));
  const dates: HoldDate[] = [
    { name: 'holdNextWeek', at: worked(morning((date) => date.setDate(date.getDate() + daysToMonday))) },
    { name: 'holdTwoWeeks', at: twoWeeks },
    ...(nextMonth > twoWeeks ? [{ name: 'holdNextMonth' as const, at: nextMonth }] : []),
    { name: isWorkingDay(hours, dayOf(tomorrow)) ? 'holdTomorrow' : 'holdNextDay', at: worked(tomorrow) },
  ];
  const once = dates.filter(({ at }, place) => dates.findIndex((other) => other.at === at) === place);
  return once.sort((a, b) => a.at - b.at);
}

/** Its calendar day on this device, as days since 1970-01-01. */
const dayOf = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;

/** A date as an `<input type="date">` writes it, in the device's time. */
export function toDateInput(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The morning of a date that was picked; null if none was or it has passed. */
export function fromDateInput(text: string, now: number): number | null {
  const [year, month, day] = text.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined || !isPossibleDay(text)) return null;
  const at = new Date(year, month - 1, day, MORNING).getTime();
  return Number.isNaN(at) || at <= now ? null : at;
}
