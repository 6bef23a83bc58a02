/** The numbers of a text by where they stand: what dates are read from by hand, for patterns that run once are dear. */
import { isDigit } from './letters.ts';

/** Digits with none before and behind them. */
export type Row = { start: number; end: number; digits: string };

export function digitRows(text: string): Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (!isDigit(text.charCodeAt(start))) continue;
    let end = start + 1;
    while (isDigit(text.charCodeAt(end))) end += 1;
    rows.push({ start, end, digits: text.slice(start, end) });
    start = end;
  }
  return rows;
}

/** How many digits stand at `at`, counted up to five. */
export function countDigits(text: string, at: number): number {
  let count = 0;
  while (count < 5 && isDigit(text.charCodeAt(at + count))) count += 1;
  return count;
}
