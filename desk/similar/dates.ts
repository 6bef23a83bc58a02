/** Days that a text names, in either language: "16. August", "August 16", "16 August" and "16.08." are one. */
import { foldText } from '../words/fold.ts';

const MONTHS = `januar februar marz april mai juni juli august september oktober november dezember
january february march april may june july august september october november december`.split(/\s+/);
const MONTH_OF: ReadonlyMap<string, number> = new Map(MONTHS.map((name, index) => [name, (index % 12) + 1]));

const DAY_MONTH = /\b(\d{1,2})(?:\.|st|nd|rd|th)? ([a-z]{3,9})\b/g;
const MONTH_DAY = /\b([a-z]{3,9}) (\d{1,2})\b/g;
const NUMBERS = /\b(\d{1,2})\.(\d{1,2})\./g;

/** Each day once, written `month-day`; without the year, which texts leave out. */
export function daysIn(text: string): Set<string> {
  const folded = foldText(text);
  const days = new Set<string>();
  const add = (month: number | undefined, day: number) => {
    if (month !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= 31) days.add(`${month}-${day}`);
  };
  for (const [, day, name] of folded.matchAll(DAY_MONTH)) add(MONTH_OF.get(name ?? ''), Number(day));
  for (const [, name, day] of folded.matchAll(MONTH_DAY)) add(MONTH_OF.get(name ?? ''), Number(day));
  for (const [, day, month] of folded.matchAll(NUMBERS)) add(Number(month), Number(day));
  return days;
}
