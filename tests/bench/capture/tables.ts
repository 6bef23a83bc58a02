/** The results as tables for people: every extractor side by side. */
import { quantile } from '../figure.ts';
import { FIELDS } from './answer.ts';
import { NAMES, type Name, RIVALS } from './extractors.ts';
import { groupsOf, type Result, shareRight, textScoreOf, timesOf } from './results.ts';
import { mean, snippetF1 } from './text-measures.ts';

const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
};

const digits = (value: number, count = 3): string => (Number.isFinite(value) ? value.toFixed(count) : '-');

/** Precision, recall and F1 in shingles, F1 of words and of snippets, of each set and kind of page. */
function textTable(results: readonly Result[]): string {
  const head = RIVALS.flatMap((name) => [name, 'P', 'R', 'F1', 'words', 'snippets']);
  const rows = groupsOf(results).flatMap(([group, some]) => {
    const cells = RIVALS.flatMap((name) => {
      const texts = some.flatMap(({ judged }) => judged[name].text ?? []);
      const snippets = some.flatMap(({ judged }) => judged[name].snippets ?? []);
      const { precision, recall, f1 } = textScoreOf(some, name);
      const shown = texts.length === 0 ? [Number.NaN, Number.NaN, Number.NaN] : [precision, recall, f1];
      const other = [mean(texts.map((text) => text.wordF1)), snippets.length === 0 ? Number.NaN : snippetF1(snippets)];
      return ['', ...[...shown, ...other].map((value) => digits(value))];
    });
    return cells.every((cell) => cell === '' || cell === '-') ? [] : [[group, `${some.length}`, ...cells]];
  });
  return columns([['text', 'pages', ...head], ...rows]);
}

/** Share right, strict/lenient, and how many pages were judged. */
function fieldTable(title: string, results: readonly Result[]): string {
  const rows = FIELDS.flatMap((field) => {
    const shares = RIVALS.map((name) => shareRight(results, name, field));
    const count = shares[0]?.n ?? 0;
    if (count === 0) return [];
    return [[field, `${count}`, ...shares.map(({ strict, lenient }) => `${digits(strict)}/${digits(lenient)}`)]];
  });
  return columns([[title, 'pages', ...RIVALS], ...rows]);
}

function timeTable(results: readonly Result[]): string {
  const row = (label: string, of: (name: Name) => number): string[] => [
    label,
    ...NAMES.map((name) => digits(of(name), 1)),
  ];
  return columns([
    ['main thread in ms', ...NAMES],
    row('script, median', (name) => quantile(timesOf(results, name, 'script'), 0.5)),
    row('cold, median', (name) => quantile(timesOf(results, name, 'cold'), 0.5)),
    row('cold, p95', (name) => quantile(timesOf(results, name, 'cold'), 0.95)),
    row('script and cold, median', (name) => quantile(timesOf(results, name, 'total'), 0.5)),
    row('script and cold, p95', (name) => quantile(timesOf(results, name, 'total'), 0.95)),
    row('warm, median', (name) => quantile(timesOf(results, name, 'warm'), 0.5)),
    ['errors', ...NAMES.map((name) => `${results.filter(({ outcomes }) => outcomes[name].error !== '').length}`)],
  ]);
}

export function printTables(results: readonly Result[]): void {
  const independent = results.filter(({ isIndependent }) => isIndependent);
  for (const table of [
    textTable(results),
    fieldTable('independent labels', independent),
    fieldTable('all labels', results),
    timeTable(results),
  ]) {
    console.log(`\n${table}`);
  }
}
