/** Dates as documents write them → `partialDateSchema`; null for nonsense and for clocks that were never set. */

const EARLIEST = 1990;
const LATEST = 2100;

const PDF_DATE = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?\s*(?:(Z)|([+-])(\d{2})'?:?(\d{2})?)?/;

/** ISO 32000, 7.9.4: `D:20260114103000+01'00'`; parts may be absent from the end. */
export function pdfDate(text: string): string | null {
  const [, year, month = '01', day = '01', hour, minute, second = '00', utc, sign, zoneHour, zoneMinute = '00'] =
    PDF_DATE.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  if (hour === undefined) return dateOf(`${year}-${month}-${day}`);
  const zone = utc !== undefined ? 'Z' : sign === undefined ? '' : `${sign}${zoneHour}:${zoneMinute}`;
  return dateOf(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
}

/** W3CDTF, as Office Open XML and OpenDocument write it; seconds may have any number of decimals. */
export const officeDate = (text: string): string | null => dateOf(text.trim().replace(/\.\d+(?=Z|[+-]|$)/, ''));

function dateOf(text: string): string | null {
  const form = /^(\d{4})-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  const year = Number(form?.[1]);
  if (form === null || year < EARLIEST || year > LATEST || Number.isNaN(Date.parse(text))) return null;
  // `Date.parse` takes the 31st of February for a day in March.
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? text : null;
}
