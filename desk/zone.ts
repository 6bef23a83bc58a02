/** The wall clocks of time zones, by the zone data that every JavaScript engine carries. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** A zone that this machine does not know is taken for UTC: a clock that is hours off is better than none. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone);
  if (made !== undefined) return made;
  const options = {
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  const format = (zone: string) => new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone });
  let found: Intl.DateTimeFormat;
  try {
    found = format(timeZone);
  } catch {
    found = format('UTC');
  }
  formats.set(timeZone, found);
  return found;
}

/** What was asked last: of all clips that come together the same is asked. */
let last = { timeZone: '', second: Number.NaN, offset: 0 };

/** How far a zone's wall clock is ahead of UTC at a moment, in milliseconds. */
export function offsetAt(timeZone: string, at: number): number {
  const second = Math.floor(at / 1_000) * 1_000;
  if (last.second !== second || last.timeZone !== timeZone)
    last = { timeZone, second, offset: readOffset(timeZone, second) };
  return last.offset;
}

function readOffset(timeZone: string, second: number): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(second)) parts[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second: seconds = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, seconds) - second;
}
