/** The numbers of a text by where they stand: what dates are read from by hand, for patterns that run once are dear. */
import { isDigit } from './letters.ts';

/** Digits with none before and behind them. */
export type Row = { start: number; end: number; digits: string };

const DIGITS = /\d+/g;

export function digitRows(text: string): Row[] {
  const rows: Row[] = [];
  // The one pattern that is worth it: sign by sign, most of a text is passed over for nothing.
  DIGITS.lastIndex = 0;
  for (let found = DIGITS.exec(text); found !== null; found = DIGITS.exec(text)) {
    const [digits] = found;
    rows.push({ start: found.index, end: found.index + digits.length, digits });
  }
  return rows;
}

/** How many digits stand at `at`, counted up to five. */
export function countDigits(text: string, at: number): number {
  let count = 0;
  while (count < 5 && isDigit(text.charCodeAt(at + count))) count += 1;
  return count;
}
