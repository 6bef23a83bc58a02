export const HOLD_CHOICES = ['holdTomorrow', 'holdNextWeek', 'holdTwoWeeks', 'holdNextMonth'] as const;
export type HoldDate = { name: (typeof HOLD_CHOICES)[number]; at: number };

/** A held topic is back when work begins, in the device's time. */
const MORNING = 8;

/** The dates that are offered for a topic on hold: tomorrow, two Mondays, and the first of next month; the nearest first. */
export function holdDates(now: number): HoldDate[] {
  const morning = (change: (date: Date) => void): number => {
    const date = new Date(now);
    date.setHours(MORNING, 0, 0, 0);
    change(date);
    return date.getTime();
  };
  const daysToMonday = (8 - new Date(now).getDay()) % 7 || 7;
  const dates: HoldDate[] = [
    { name: 'holdTomorrow', at: morning((date) => date.setDate(date.getDate() + 1)) },
    { name: 'holdNextWeek', at: morning((date) => date.setDate(date.getDate() + daysToMonday)) },
    { name: 'holdTwoWeeks', at: morning((date) => date.setDate(date.getDate() + daysToMonday + 7)) },
    { name: 'holdNextMonth', at: morning((date) => date.setMonth(date.getMonth() + 1, 1)) },
  ];
  return dates.sort((a, b) => a.at - b.at);
}

/** A date as an `<input type="date">` writes it, in the device's time. */
export function toDateInput(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The morning of a date that was picked; null if none was or it has passed. */
export function fromDateInput(text: string, now: number): number | null {
  const [year, month, day] = text.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const at = new Date(year, month - 1, day, MORNING).getTime();
  return Number.isNaN(at) || at <= now ? null : at;
}
