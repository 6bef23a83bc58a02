import type { Department, Goal } from '../protocol/strategy.ts';

/** What a goal still lacks before anybody can pick it (S5, S6). Empty: nothing. */
export function missingInGoal(goal: Omit<Goal, 'id'>): ('measure' | 'target' | 'period' | 'confirmation')[] {
  return [
    goal.measure === null && ('measure' as const),
    goal.target === null && ('target' as const),
    (goal.periodFrom === null || goal.periodTo === null) && ('period' as const),
    goal.sponsorConfirmedAt === null && ('confirmation' as const),
  ].filter((lack) => lack !== false);
}

/** Whether a clip may name this goal today. A goal whose period is over stays readable, not pickable. */
export const isPickable = (goal: Goal, now: number): boolean =>
  goal.state === 'active' && missingInGoal(goal).length === 0 && now <= (goal.periodTo ?? 0);

/** `ended`: closed, or its period is over. */
export type GoalStage = 'open' | 'ended' | 'draft';

export function stageOf(goal: Goal, now: number): GoalStage {
  if (isPickable(goal, now)) return 'open';
  return goal.state === 'closed' || (goal.periodTo !== null && now > goal.periodTo) ? 'ended' : 'draft';
}

/** What the desk may choose from: every goal that can be picked, and the chosen one whatever became of it. */
export const goalsToChoose = (
  goals: readonly Goal[],
  chosenId: string | null,
  now: number,
): { goal: Goal; stage: GoalStage }[] =>
  goals
    .map((goal) => ({ goal, stage: stageOf(goal, now) }))
    .filter(({ goal, stage }) => stage === 'open' || goal.id === chosenId);

/** The goals that a department may use: its own first, then those of everybody. */
export function goalsFor(departmentId: string, goals: readonly Goal[], now: number): Goal[] {
  const pickable = goals.filter((goal) => isPickable(goal, now));
  const own = pickable.filter((goal) => goal.departmentIds.includes(departmentId));
  return [...own, ...pickable.filter((goal) => goal.departmentIds.length === 0)];
}

export const activeDepartments = (departments: readonly Department[]): Department[] =>
  departments.filter((department) => department.active);
