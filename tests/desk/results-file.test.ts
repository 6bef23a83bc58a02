import { describe, expect, it, test } from 'vitest';
import { LONGEST_FILE, readDay, readNumber, readResultsFile } from '../../desk/results-file.ts';

test('a file of a spreadsheet is read by its headings, German or English, whatever separates its columns', () => {
  const german =
    '\uFEFFZiel;Adresse;Wert;Einheit;Datum;Erkenntnis\r\nausbildung;https://a.example/1;1.234,5;;30.11.2026;"Video; gut"\r\n';
  expect(readResultsFile(german)).toEqual({
    ...{ unreadable: null, faults: [] },
    results: [
      {
        ...{ line: 2, goal: 'ausbildung', publication: 'https://a.example/1', value: 1234.5, unit: '' },
        ...{ day: '2026-11-30', lesson: 'Video; gut' },
      },
    ],
  });
  const english = 'date,value,goal\n2026-11-30,"1,234.5",ausbildung';
  expect(readResultsFile(english).results).toMatchObject([{ value: 1234.5, day: '2026-11-30', publication: '' }]);
  expect(readResultsFile('goal\tvalue\tdate\nx\t1\t2026-1-2').results).toMatchObject([{ day: '2026-01-02' }]);
});

test('what is wrong is said by line, empty lines and lines within quotes counted', () => {
  const text =
    'goal;value;date;note\n\nx;1;2026-11-30;"one\ntwo"\n;1;2026-11-30\nx;many;2026-11-30\nx;1;30.02.2026\nx\n';
  const { results, faults } = readResultsFile(text);
  expect(results).toMatchObject([{ line: 3, lesson: 'one\ntwo' }]);
  expect(faults).toEqual([
    { line: 5, fault: 'goal_missing' },
    { line: 6, fault: 'value_wrong' },
    { line: 7, fault: 'day_wrong' },
    { line: 8, fault: 'too_few_columns' },
  ]);
});

test('what is no such file is said as a whole', () => {
  expect(readResultsFile('').unreadable).toBe('empty');
  expect(readResultsFile('Name,Alter\nAnna,3').unreadable).toBe('no_columns');
  expect(readResultsFile('x'.repeat(LONGEST_FILE.characters + 1)).unreadable).toBe('too_long');
  expect(readResultsFile(`goal,value,date${'\nx,1,2026-01-01'.repeat(LONGEST_FILE.lines + 1)}`).unreadable).toBe(
    'too_long',
  );
});

test('a file of quotation marks alone, a million of them, is read in one go', () => {
  expect(readResultsFile(`goal,value,date\n${'"'.repeat(1_000_000)}`).results).toEqual([]);
});

describe('numbers', () => {
  it.each([
    ['12', 12],
    ['-3,5', -3.5],
    ['1.234', 1234],
    ['1,234', 1234],
    ['0.125', 0.125],
    ['1234.567', 1234.567],
    ['1234,567', 1234.567],
    ['12.345.678', 12345678],
    ['1.2.3', null],
    ['1.234.56', null],
    ['1.234.567,89', 1234567.89],
    ["1'234.50", 1234.5],
    ['84 %', 84],
    ['1\u00A0200', 1200],
    ['', null],
    ['n/a', null],
    ['1e5', null],
    ['=1+1', null],
  ])('%s', (text, value) => expect(readNumber(text)).toBe(value));
});

test('a day is one that there is', () => {
  expect(['2026-02-29', '2024-02-29', '1.2.2026', '01/02/2026', '2026-13-01', 'gestern'].map(readDay)).toEqual([
    ...[null, '2024-02-29', '2026-02-01', '2026-02-01', null, null],
  ]);
});
