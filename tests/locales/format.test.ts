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

test('what is over less than a minute ago was just now, and what is to come in less is now', () => {
  const [de, en] = [createFormat('de', 1_000_000), createFormat('en', 1_000_000)];
  expect([de.relative(970_000), en.relative(1_000_000)]).toEqual(['gerade eben', 'just now']);
  expect([de.relative(1_030_000), en.relative(1_030_000)]).toEqual(['jetzt', 'now']);
  expect(de.relative(940_000)).toBe('vor 1 Min.');
});
