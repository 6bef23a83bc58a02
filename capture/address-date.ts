import { machineDate } from './date-text.ts';
import { digitRows, type Row } from './digit-rows.ts';
import { parsedUrl } from './parsed-url.ts';

/**
 * `/2026/11/22/…`, `/2026-11-22-…`, `/20261122…`, `/22-11-2026` or, below a folder of its year, `/261122…` in the path of
 * an address: pages and pictures have it for the day on which they were published. Null without one.
 */
export function addressDate(address: string): string | null {
  const path = parsedUrl(address)?.pathname.slice(0, 1_000) ?? '';
  // By hand: the patterns for it cost a cold page as much as all else that is read of an address.
  if (!path.includes('20') && !path.includes('19')) return null;
  const rows = digitRows(path);
  for (const find of [apart, together, inFolder, turned, belowYear]) {
    for (let at = 0; at < rows.length; at += 1) {
      const found = find(path, rows, at);
      if (found !== null) return machineDate(found);
    }
  }
  return null;
}

type Find = (path: string, rows: readonly Row[], at: number) => string | null;

const isYear = ({ digits }: Row): boolean => digits.length === 4 && digits.startsWith('20');
const isShort = ({ digits }: Row): boolean => digits.length <= 2;
const isBehind = (path: string, { start }: Row, signs: string): boolean =>
  start > 0 && signs.includes(path.charAt(start - 1));

/** The next row, if only one of these signs stands between. */
function next(path: string, rows: readonly Row[], at: number, signs: string): Row | null {
  const [one, other] = [rows[at], rows[at + 1]];
  return one !== undefined && other?.start === one.end + 1 && isBehind(path, other, signs) ? other : null;
}

const apart: Find = (path, rows, at) => {
  const year = rows[at]?.digits ?? '';
  if (year.length !== 4 || !(year.startsWith('20') || year.startsWith('19'))) return null;
  const month = next(path, rows, at, '/_-');
  const day = next(path, rows, at + 1, '/_-');
  return month !== null && day !== null && isShort(month) && isShort(day)
    ? `${year}-${month.digits}-${day.digits}`
    : null;
};

const together: Find = (path, rows, at) => {
  const row = rows[at];
  if (row?.digits.length !== 8 || !row.digits.startsWith('20') || !isBehind(path, row, '/_-')) return null;
  return `${row.digits.slice(0, 4)}-${row.digits.slice(4, 6)}-${row.digits.slice(6)}`;
};

const inFolder: Find = (path, rows, at) => {
  const year = rows[at];
  if (year === undefined || !isYear(year) || !isBehind(path, year, '/')) return null;
  const day = next(path, rows, at, '/-');
  if (day?.digits.length !== 4 || path.charAt(day.end) !== '/') return null;
  return `${year.digits}-${day.digits.slice(0, 2)}-${day.digits.slice(2)}`;
};

const turned: Find = (path, rows, at) => {
  const day = rows[at];
  if (day === undefined || !isShort(day) || !isBehind(path, day, '/_-')) return null;
  const month = next(path, rows, at, '._-');
  const year = next(path, rows, at + 1, '._-');
  if (month === null || year === null || !isShort(month) || !isYear(year)) return null;
  return `${year.digits}-${month.digits}-${day.digits}`;
};

const belowYear: Find = (path, rows, at) => {
  const year = rows[at];
  if (year === undefined || !isYear(year) || !isBehind(path, year, '/') || path.charAt(year.end) !== '/') return null;
  const day = rows.findLast(
    (row, index) =>
      index > at &&
      row.digits.length === 6 &&
      row.digits.startsWith(year.digits.slice(2)) &&
      isBehind(path, row, '/_-'),
  );
  return day === undefined ? null : `${year.digits}-${day.digits.slice(2, 4)}-${day.digits.slice(4)}`;
};
