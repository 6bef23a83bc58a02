import { expect, test } from 'vitest';
import { owedIn, suggestedBy } from '../../components/plan/coverage.ts';
import type { Figures } from '../../protocol/figures.ts';
import { department } from '../desk/samples.ts';

const DAY = 86_400_000;
const figures = {
  ...{ from: 0, to: 91 * DAY, weeks: [], states: {}, reasons: {}, ages: [], suggesters: null },
  coverage: [
    { departmentId: 'hr', goalId: 'a', suggested: 2, accepted: 1, published: 0 },
    { departmentId: 'hr', goalId: null, suggested: 3, accepted: 0, published: 0 },
    { departmentId: 'it', goalId: 'a', suggested: 9, accepted: 0, published: 0 },
  ],
} as unknown as Figures;

test('what a department owes is that of the span of the figures, beside all that it suggested', () => {
  const owing = department({ id: 'hr', pitchesPerQuarter: 6 });
  expect([suggestedBy(figures, 'hr'), owedIn(owing, figures)]).toEqual([5, 6]);
  expect(owedIn(owing, { ...figures, to: 182 * DAY })).toBe(12);
  // The queue counts whole weeks: fourteen of them are no more than the quarter that was agreed for.
  expect(owedIn(department({ pitchesPerQuarter: 12 }), { ...figures, to: 98 * DAY })).toBe(12);
  expect(owedIn(department({ pitchesPerQuarter: null }), figures)).toBeNull();
});
