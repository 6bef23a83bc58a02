/** Weeks of a time zone, from Monday to Monday (ISO 8601). A week may have 167 or 169 hours. */

const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the clock of a zone is before UTC at a moment, in milliseconds. */
export function zoneOffset(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const shown = Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  );
  return shown - Math.floor(at / 1000) * 1000;
}

/** The moment at which a zone's clock shows midnight of this UTC day. */
function midnight(utcDay: number, timeZone: string): number {
  const guess = utcDay - zoneOffset(utcDay, timeZone);
  // The clock may have been changed between the guess and the moment.
  return utcDay - zoneOffset(guess, timeZone);
}

/** The first moment of the week that a moment is in. */
export function mondayOf(at: number, timeZone: string): number {
  const shown = at + zoneOffset(at, timeZone);
  const day = Math.floor(shown / DAY);
  // Day 0, 1 January 1970, was a Thursday.
  const weekday = (day + 3) % 7;
  return midnight((day - weekday) * DAY, timeZone);
}

/** The first moment of the week after the one that begins at `monday`. */
export const nextMonday = (monday: number, timeZone: string): number => mondayOf(monday + 7.5 * DAY, timeZone);

/** The number of an ISO week, 1 to 53, by the moment it begins. */
export function weekNumber(monday: number, timeZone: string): number {
  const thursday = new Date(monday + zoneOffset(monday, timeZone) + 3 * DAY);
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - firstDay) / (7 * DAY));
}
