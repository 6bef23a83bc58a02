/** Weeks of a time zone, from Monday to Monday (ISO 8601). A week may have 167 or 169 hours. */

import { offsetAt } from './zone.ts';

const DAY = 86_400_000;

/**
 * The moment at which a zone's clock shows what a UTC clock shows at `shown`; where the zone's skips that, about then.
 */
export function momentShown(shown: number, timeZone: string): number {
  const guess = shown - offsetAt(timeZone, shown);
  // The clock may have been changed between the guess and the moment.
  return shown - offsetAt(timeZone, guess);
}

/** The first moment of the week that a moment is in. */
export function mondayOf(at: number, timeZone: string): number {
  const shown = at + offsetAt(timeZone, at);
  const day = Math.floor(shown / DAY);
  // Day 0, 1 January 1970, was a Thursday.
  const weekday = (day + 3) % 7;
  return momentShown((day - weekday) * DAY, timeZone);
}

/** The first moment of the week after the one that begins at `monday`. */
export const nextMonday = (monday: number, timeZone: string): number => mondayOf(monday + 7.5 * DAY, timeZone);

/** The number of an ISO week, 1 to 53, by the moment it begins. */
export function weekNumber(monday: number, timeZone: string): number {
  const thursday = new Date(monday + offsetAt(timeZone, monday) + 3 * DAY);
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return 1 + Math.floor((thursday.getTime() - firstDay) / (7 * DAY));
}
