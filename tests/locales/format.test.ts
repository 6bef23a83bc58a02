import { expect, test } from 'vitest';
import { createFormat } from '../../locales/format.ts';

test.each([
  ['2026-11-12', '12. Nov. 2026'],
  ['2026-11-12T23:30:00-08:00', '12. Nov. 2026'],
  ['2026-11', 'Nov. 2026'],
  ['2026', '2026'],
])('the date %s is said as the page writes it: %s', (date, said) => {
  expect(createFormat('de', 0).written(date)).toBe(said);
});
