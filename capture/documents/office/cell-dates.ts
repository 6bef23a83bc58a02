/** A date in a cell is a number of days and a format that shows it as a date. */
import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

export type CellFormat = 'date' | 'other';

/** Formats that every program knows without their being written down (ECMA-376 part 1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Day 0 is the 30th of December 1899, since a day that never was is counted in 1900; or the 1st of January 1904. */
const DAY_0 = { normal: Date.UTC(1899, 11, 30), since1904: Date.UTC(1904, 0, 1) };
const DAY = 86_400_000;

/** The format of each style, in the order in which cells name them. */
export async function cellFormats(archive: Archive, part: string): Promise<CellFormat[]> {
  const dates = new Set<number>();
  const formats: CellFormat[] = [];
  let inCells = false;
  await readXml(archive, part, {
    open(name, attribute) {
      const id = Number(attribute('numFmtId') ?? -1);
      if (name === 'numFmt' && showsDate(attribute('formatCode') ?? '')) dates.add(id);
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(isBuiltInDate(id) || dates.has(id) ? 'date' : 'other');
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** True if a format has a day or a year outside of quoted words and of what stands in brackets. */
const showsDate = (code: string): boolean =>
  /[dyj]/i.test(code.slice(0, 255).replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')) && !/general|standard/i.test(code);

/** `2026-01-14`, with the time if there is one; null beyond any calendar. */
export function shownDate(days: number, since1904: boolean): string | null {
  if (!Number.isFinite(days) || days < 0 || days > 100_000) return null;
  const minutes = Math.round(days * 24 * 60);
  const moment = new Date((since1904 ? DAY_0.since1904 : DAY_0.normal) + minutes * 60_000).toISOString();
  return (minutes * 60_000) % DAY === 0 ? moment.slice(0, 10) : moment.slice(0, 16).replace('T', ' ');
}
