/** How often department and goal are right, by our rule and by what everybody would try first. */
import { goalsFor } from '../../../desk/goals.ts';
import { preselect } from '../../../desk/preselect/preselect.ts';
import { indexStrategy, type StrategyIndex } from '../../../desk/preselect/strategy-index.ts';
import { habitsFor, pastOf } from './history.ts';
import { earlierRule } from './present-rule.ts';
import { type Half, type LabelledClip, type Organisation, organisations, TODAY } from './set.ts';

/** The best first; a goal of null is "no goal". */
export type Guess = { departments: readonly string[]; goals: readonly (string | null)[] };
export type Rule = 'Clipdesk' | 'before' | 'last used' | 'most frequent';

/** Shares between 0 and 1. */
export type Figures = {
  clips: number;
  department: number;
  departmentInThree: number;
  goal: number;
  goalInThree: number;
  /** Both at once: nothing has to be corrected. */
  both: number;
  /** Of the clips that no goal fits, those for which none was chosen. */
  noGoal: number;
};

type Guesser = (clip: LabelledClip, past: readonly LabelledClip[], organisation: Organisation) => Guess;

const indexes = new Map<Organisation, StrategyIndex>();
const indexOf = (organisation: Organisation): StrategyIndex => {
  const index = indexes.get(organisation) ?? indexStrategy(organisation);
  indexes.set(organisation, index);
  return index;
};

const ours: Guesser = (clip, past, organisation) => {
  const found = preselect(clip, indexOf(organisation), clip.person, habitsFor(clip, past), TODAY);
  const departments = found.departments.map(({ id }) => id);
  return { departments, goals: found.goalsIn(departments[0] ?? '').map(({ id }) => id) };
};

/** A floor knows nothing of who may use which goal: it repeats. Before the first clip: the profile and its default. */
const floor =
  (order: (past: readonly LabelledClip[], key: 'departmentId' | 'goalId') => (string | null)[]): Guesser =>
  (clip, past, { departments, goals }) => {
    const own = departments.find(({ id }) => id === clip.person.departmentId);
    const firstGoals = own === undefined ? [] : goalsFor(own.id, goals, TODAY).map(({ id }) => id);
    return {
      departments: unique([...order(past, 'departmentId'), own?.id ?? null]).filter((id) => id !== null),
      goals: unique([...order(past, 'goalId'), own?.defaultGoalId ?? null, ...firstGoals]),
    };
  };

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

const lastUsed = floor((past, key) => unique(past.map((clip) => clip[key]).reverse()));
const mostFrequent = floor((past, key) => {
  const counts = new Map<string | null, number>();
  for (const clip of past) counts.set(clip[key], (counts.get(clip[key]) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
});

const RULES: Record<Rule, Guesser> = {
  Clipdesk: ours,
  before: earlierRule,
  'last used': lastUsed,
  'most frequent': mostFrequent,
};

/** @param half `held` has the open clips as history, as they were clipped before. */
export function measure(half: Half): Record<Rule, Figures> {
  const read = organisations(half === 'held' ? ['open', 'held'] : ['open']);
  const figures = Object.entries(RULES).map(([rule, guess]) => [rule, figuresOf(read, half, guess)] as const);
  return Object.fromEntries(figures) as Record<Rule, Figures>;
}

function figuresOf(read: readonly Organisation[], half: Half, guess: Guesser): Figures {
  const judged = read.flatMap((organisation) =>
    organisation.clips[half].map((clip) => {
      const history = pastOf(clip, [...organisation.clips.open, ...organisation.clips.held]);
      const { departments, goals } = guess(clip, history, organisation);
      const isRight = (right: readonly (string | null)[], found: readonly (string | null)[]) =>
        found.some((id) => right.includes(id));
      const rightDepartments = [clip.departmentId, ...clip.departmentsAlso];
      const rightGoals = [clip.goalId, ...clip.goalsAlso];
      return {
        department: isRight(rightDepartments, departments.slice(0, 1)),
        departmentInThree: isRight(rightDepartments, departments.slice(0, 3)),
        goal: isRight(rightGoals, goals.slice(0, 1)),
        goalInThree: isRight(rightGoals, goals.slice(0, 3)),
        fitsNone: clip.goalId === null,
      };
    }),
  );
  const share = (list: typeof judged, is: (one: (typeof judged)[number]) => boolean) =>
    list.length === 0 ? 0 : list.filter(is).length / list.length;
  return {
    clips: judged.length,
    department: share(judged, (one) => one.department),
    departmentInThree: share(judged, (one) => one.departmentInThree),
    goal: share(judged, (one) => one.goal),
    goalInThree: share(judged, (one) => one.goalInThree),
    both: share(judged, (one) => one.department && one.goal),
    noGoal: share(
      judged.filter((one) => one.fitsNone),
      (one) => one.goal,
    ),
  };
}
