import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstOf } from '../../storage/first-of.ts';

const order = (a: number, b: number) => a - b;

test('the first of a list are those of the whole list in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 0, max: 60 }), (list, count) => {
      expect(firstOf(list, count, order)).toEqual(list.toSorted(order).slice(0, count));
    }),
  );
});

test('equals stay in their order, and the list as it was', () => {
  const list = [{ at: 2 }, { at: 1, first: true }, { at: 1 }, { at: 0 }];
  const before = [...list];
  expect(firstOf(list, 2, (a, b) => a.at - b.at)).toEqual([{ at: 0 }, { at: 1, first: true }]);
  expect(list).toEqual(before);
});
