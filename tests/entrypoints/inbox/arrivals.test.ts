import { expect, test } from 'vitest';
import { withoutJumps } from '../../../entrypoints/inbox/arrivals.ts';

const list = (rows: string, seen: ReadonlySet<string> | null) => {
  const result = withoutJumps([...rows], (row) => row, seen);
  return { ...result, rows: result.rows.join('') };
};

test('the first list is shown as it is', () => {
  expect(list('bcd', null)).toMatchObject({ rows: 'bcd', waiting: 0 });
});

test('what belongs before or between the rows waits, what belongs at the end appears', () => {
  const { seen } = list('bd', null);
  expect(list('abcde', seen)).toMatchObject({ rows: 'bde', waiting: 2 });
});

test('what was decided leaves at once', () => {
  const { seen } = list('abc', null);
  expect(list('ac', seen)).toMatchObject({ rows: 'ac', waiting: 0 });
});

test('an empty list takes whatever comes', () => {
  const { seen } = list('a', null);
  expect(list('', seen)).toMatchObject({ rows: '', waiting: 0 });
  expect(list('xy', list('', seen).seen)).toMatchObject({ rows: 'xy', waiting: 0 });
});
