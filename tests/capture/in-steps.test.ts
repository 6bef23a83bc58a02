import { expect, it } from 'vitest';
import { inSteps } from '../../capture/in-steps.ts';

it('everything is run through once and in order, with a rest after every so many', () => {
  const seen: number[] = [];
  const steps = inSteps(7, 3, (from, to) => {
    for (let index = from; index < to; index += 1) seen.push(index);
  });
  const lengths: number[] = [];
  while (!steps.next().done) lengths.push(seen.length);
  expect(lengths).toEqual([3, 6]);
  expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
