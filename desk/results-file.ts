/**
 * Measurements in a file of comma-separated values, as a spreadsheet or an analytics program writes it: which columns
 * it has is read from its first line, what is wrong is said by line. Pure; linear in the length of the text.
 */

/** One line that can be read. Names are not looked up yet: whoever holds goals and publications does that. */
export type FileResult = {
  /** As an editor counts them: the heading is line 1. */
  line: number;
  /** Id or title of a goal. */
  goal: string;
  /** Address or id of a publication; empty: the goal as a whole. */
  publication: string;
  value: number;
  /** Empty: the goal's own. */
  unit: string;
  /** `2026-11-30` */
  day: string;
  lesson: string;
};
export const FILE_FAULTS = ['goal_missing', 'value_wrong', 'day_wrong', 'too_few_columns'] as const;
export type FileFault = { line: number; fault: (typeof FILE_FAULTS)[number] };
/** Why none of a file can be read. */
export const UNREADABLE = ['empty', 'no_columns', 'too_long'] as const;
export type ResultsFile = {
  results: FileResult[];
  faults: FileFault[];
  /** Why none of it can be read. */
  unreadable: (typeof UNREADABLE)[number] | null;
};

type Column = 'goal' | 'publication' | 'value' | 'unit' | 'day' | 'lesson';

/** How columns are called in files, in lower case. */
const NAMES: Record<Column, readonly string[]> = {
  goal: ['goal', 'goalid', 'goal_id', 'ziel', 'ziel-id'],
  publication: ['publication', 'address', 'url', 'page', 'adresse', 'veröffentlichung', 'seite', 'link'],
  value: ['value', 'result', 'wert', 'ergebnis', 'anzahl', 'count'],
  unit: ['unit', 'einheit'],
  day: ['date', 'day', 'measured', 'measuredat', 'measured_at', 'datum', 'tag', 'gemessen', 'gemessen am'],
  lesson: ['lesson', 'note', 'lehre', 'gelernt', 'erkenntnis', 'notiz'],
};
const NEEDED: readonly Column[] = ['goal', 'value', 'day'];

/** Far more than anybody measures at once. */
export const LONGEST_FILE = { characters: 2_000_000, lines: 5_000 };

export function readResultsFile(text: string): ResultsFile {
  const nothing = { results: [], faults: [] };
  if (text.length > LONGEST_FILE.characters) return { ...nothing, unreadable: 'too_long' };
  const rows = readRows(text.replace(/^\uFEFF/, ''));
  const [heading, ...lines] = rows;
  if (heading === undefined) return { ...nothing, unreadable: 'empty' };
  if (lines.length > LONGEST_FILE.lines) return { ...nothing, unreadable: 'too_long' };
  const at = columnsOf(heading.cells);
  if (NEEDED.some((column) => at[column] === undefined)) return { ...nothing, unreadable: 'no_columns' };
  const read: ResultsFile = { ...nothing, results: [], faults: [], unreadable: null };
  for (const { line, cells } of lines) {
    const cell = (column: Column): string => cells[at[column] ?? -1]?.trim() ?? '';
    const fault = (kind: FileFault['fault']) => read.faults.push({ line, fault: kind });
    const value = readNumber(cell('value'));
    const day = readDay(cell('day'));
    if (cells.length < 2) fault('too_few_columns');
    else if (cell('goal') === '') fault('goal_missing');
    else if (value === null) fault('value_wrong');
    else if (day === null) fault('day_wrong');
    else
      read.results.push({
        ...{ line, value, day, goal: cell('goal'), publication: cell('publication') },
        ...{ unit: cell('unit'), lesson: cell('lesson') },
      });
  }
  return read;
}

function columnsOf(heading: readonly string[]): Partial<Record<Column, number>> {
  const at: Partial<Record<Column, number>> = {};
  for (const [index, name] of heading.entries()) {
    const said = name.trim().toLowerCase();
    const column = (Object.keys(NAMES) as Column[]).find((each) => NAMES[each].includes(said));
    if (column !== undefined) at[column] ??= index;
  }
  return at;
}

/** 1234.5, 1,234.5, 1.234,5 and 1234,5: the last mark is the decimal one, unless it groups three digits. Null: no number. */
export function readNumber(text: string): number | null {
  const said = text.replace(/[\s\u00A0\u202F'’]/g, '').replace(/%$/, '');
  if (!/^[+-]?\d[\d.,]*$/.test(said)) return null;
  const last = Math.max(said.lastIndexOf('.'), said.lastIndexOf(','));
  if (last === -1) return Number(said);
  // Three digits behind it, and one to three before the first: 1.234 is a thousand, 1234.567 and 0.125 are not.
  if (/^[+-]?[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)$/.test(said)) return Number(said.replace(/[.,]/g, ''));
  // Of two alike neither is the decimal one: 1.2.3 is a date or a version.
  if (said.indexOf(said[last] ?? '') !== last) return null;
  const value = Number(`${said.slice(0, last).replace(/[.,]/g, '')}.${said.slice(last + 1)}`);
  return Number.isFinite(value) ? value : null;
}

/** 2026-11-30, 30.11.2026 and 30/11/2026. Null: no day that there is. */
export function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const [year, month, day] =
    iso !== null ? [iso[1], iso[2], iso[3]] : local !== null ? [local[3], local[2], local[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== written ? null : written;
}

type Row = { line: number; cells: string[] };

/** RFC 4180 with the separator that the heading has most of; rows without anything in them are left out. */
function readRows(text: string): Row[] {
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let line = 1;
  let row: Row = { line, cells: [] };
  let cell = '';
  let isQuoted = false;
  const endRow = () => {
    row.cells.push(cell);
    if (row.cells.some((each) => each.trim() !== '')) rows.push(row);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '\n') line += 1;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (sign === separator) {
      row.cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endRow();
      row = { line, cells: [] };
    } else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}

function separatorOf(text: string): string {
  const end = text.indexOf('\n');
  const heading = end === -1 ? text : text.slice(0, end);
  const count = (sign: string) => heading.split(sign).length;
  return [';', '\t', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
