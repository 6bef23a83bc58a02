import { expect, test } from 'vitest';
import { asExactAs } from '../../../components/plan/as-exact-as.ts';

test('what was worked out is as exact as what it was worked out of', () => {
  // 400 applications in a year of which 165 days are over: people are whole.
  expect(asExactAs(180.87, [260, 400, null])).toBe(181);
  expect(asExactAs(1.6438, [2.4, 1.5, 2])).toBe(1.6);
  expect(asExactAs(1.6438, [2.41, 1.5, null])).toBe(1.64);
  expect(asExactAs(0.123456, [null, 1 / 3, null])).toBe(0.12);
});
