import { expect, test } from 'vitest';
import { judge, readPairs } from './address-pairs.ts';

test('[AD1] pairs that nobody looked at while the rules were written: what was measured then still holds', () => {
  const { pairs, joinedWrongly, missed } = judge(readPairs('sealed'));
  expect(pairs).toBe(250);
  expect(joinedWrongly).toBeLessThanOrEqual(2);
  expect(missed).toBeLessThanOrEqual(27);
});
