import { expect, it } from 'vitest';
import { placesOf, WHOLE_UP_TO, windowOf } from '../../../../components/inbox/list/window-of.ts';

const VIEW = { top: 0, height: 640, row: 64 };

it('draws a short list as a whole, and of a long one what is in sight and a little around', () => {
  expect(windowOf(WHOLE_UP_TO, VIEW)).toEqual({ from: 0, to: WHOLE_UP_TO });
  const start = windowOf(10_000, VIEW);
  expect(start.from).toBe(0);
  expect(start.to).toBeLessThan(40);
  const middle = windowOf(10_000, { ...VIEW, top: 64 * 5_000 });
  expect(middle.from).toBeLessThan(5_000);
  expect(middle.to).toBeGreaterThan(5_010);
  expect(middle.to - middle.from).toBeLessThan(50);
  expect(windowOf(10_000, { ...VIEW, top: 64 * 10_000 }).to).toBe(10_000);
});

it('still draws something when the list became shorter than it is scrolled', () => {
  const { from, to } = windowOf(201, { ...VIEW, top: 64 * 9_000 });
  expect(to).toBeGreaterThan(from);
});

it('keeps the row at hand on the page wherever it is, in the order of the list', () => {
  expect(placesOf({ from: 10, to: 13 }, 11)).toEqual([10, 11, 12]);
  expect(placesOf({ from: 10, to: 13 }, 2)).toEqual([2, 10, 11, 12]);
  expect(placesOf({ from: 10, to: 13 }, 99)).toEqual([10, 11, 12, 99]);
  expect(placesOf({ from: 10, to: 13 }, -1)).toEqual([10, 11, 12]);
});
