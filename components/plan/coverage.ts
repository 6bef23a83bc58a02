/** What the coverage board reads out of the figures: cells and gaps (S7). */
import type { CoverageCell, Figures } from '../../protocol/figures.ts';
import type { Department, Goal } from '../../protocol/strategy.ts';
import type { Strategy } from '../strategy.ts';

const NOTHING = { suggested: 0, accepted: 0, published: 0 };

export const cellOf = (
  { coverage }: Figures,
  departmentId: string,
  goalId: string | null,
): Pick<CoverageCell, 'suggested' | 'accepted' | 'published'> =>
  coverage.find((cell) => cell.departmentId === departmentId && cell.goalId === goalId) ?? NOTHING;

/** The active goals, and null for topics without one if there are such. */
export const goals = ({ goals: all }: Strategy, { coverage }: Figures): (Goal | null)[] => [
  ...all.filter(({ state }) => state === 'active'),
  ...(coverage.some(({ goalId }) => goalId === null) ? [null] : []),
];

/** Nothing was suggested where it is expected; or it was, and nothing of it was accepted. */
export type Gap = 'nothing' | 'refused';

/** Expected is what a goal names a department for, and the goal that a department has as its own. */
export function gapOf(department: Department, goal: Goal | null, cell: ReturnType<typeof cellOf>): Gap | null {
  if (goal === null) return null;
  const expected = goal.departmentIds.includes(department.id) || department.defaultGoalId === goal.id;
  if (!expected) return null;
  if (cell.suggested === 0) return 'nothing';
  return cell.accepted === 0 && cell.suggested >= 3 ? 'refused' : null;
}

const QUARTER_MS = (365.25 / 4) * 86_400_000;

/** From half a quarter on whole ones. */
const quartersIn = (span: number): number => {
  const quarters = span / QUARTER_MS;
  return quarters < 0.5 ? quarters : Math.round(quarters);
};

/** Whatever for, suggested in the span of the figures. */
export const suggestedBy = ({ coverage }: Figures, departmentId: string): number =>
  coverage.filter((cell) => cell.departmentId === departmentId).reduce((sum, { suggested }) => sum + suggested, 0);

/**
 * What a department agreed to suggest in the span of the figures; null: nothing was agreed. Figures are of whole weeks,
 * which a quarter never quite is: what is nearly one owes what was agreed for one.
 */
export const owedIn = ({ pitchesPerQuarter }: Department, { from, to }: Figures): number | null =>
  pitchesPerQuarter === null ? null : Math.round(pitchesPerQuarter * quartersIn(to - from));
