import { machineDate } from './date-text.ts';
import { parsedUrl } from './parsed-url.ts';

/**
 * `/2026/11/22/…`, `/2026-11-22-…`, `/20261122…`, `/22-11-2026` or, below a folder of its year, `/261122…` in the path of
 * an address: pages and pictures have it for the day on which they were published. Null without one.
 */
export function addressDate(address: string): string | null {
  const path = parsedUrl(address)?.pathname.slice(0, 1_000) ?? '';
  // Each pattern is dear the first time, and most paths hold no year.
  if (!path.includes('20') && !path.includes('19')) return null;
  const [, year, month, date] =
    /(?<!\d)((?:20|19)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)/.exec(path) ??
    /[/_-](20\d{2})(\d{2})(\d{2})(?!\d)/.exec(path) ??
    /\/(20\d{2})[/-]?(\d{2})(\d{2})\//.exec(path) ??
    [];
  if (year !== undefined) return machineDate(`${year}-${month}-${date}`);
  const turned = /[/_-](\d{1,2})[._-](\d{1,2})[._-](20\d{2})(?!\d)/.exec(path);
  if (turned !== null) return machineDate(`${turned[3]}-${turned[2]}-${turned[1]}`);
  const short = /\/20(\d{2})(?=\/).*[/_-]\1(\d{2})(\d{2})(?!\d)/.exec(path);
  return short === null ? null : machineDate(`20${short[1]}-${short[2]}-${short[3]}`);
}
