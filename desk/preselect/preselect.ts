/** Department and goal that fit a page before the person says anything, each with the reason shown. Pure. */
import type { Person } from '../../protocol/person.ts';
import { goalsFor } from '../goals.ts';
import type { Habits } from './habits.ts';
import {
  type DepartmentSigns,
  departmentSigns,
  type GoalSigns,
  goalSigns,
  type Known,
  lookAt,
  type Page,
  type Sorted,
} from './signs.ts';
import type { Entry, StrategyIndex } from './strategy-index.ts';
import { DEPARTMENT_WEIGHTS, GOAL_WEIGHTS, probabilities, sumOf } from './weights.ts';

/** Why something was preselected, as it is shown. */
export type Because =
  /** The page says these words, as it writes them; the ones that say most first. */
  | { because: 'words'; words: readonly string[] }
  /** This part of the address is the department's. */
  | { because: 'address'; part: string }
  /** `last`: chosen for this part of the site before, or in this department. `fits`: a goal of the department. */
  | { because: 'profile' | 'last' | 'default' | 'fits' | 'only' | 'first' | 'none' };

export type Preselection<T> = { id: T } & Because;

export type Preselected = {
  /** The best first; empty if there is none. */
  departments: readonly Preselection<string>[];
  /** What may be chosen in a department, the best first; null stands for "no goal". */
  goalsIn(departmentId: string): readonly Preselection<string | null>[];
};

/** @param page null where it could not be read: then person and habits decide. */
export function preselect(
  page: Page | null,
  index: StrategyIndex,
  person: Pick<Person, 'departmentId'>,
  habits: Habits,
  now: number,
): Preselected {
  const known: Known = { index, person, habits, now };
  const sorted = lookAt(page, index);
  const departments = departmentSigns(sorted, known);
  const odds = probabilities(scoresOf(departments, DEPARTMENT_WEIGHTS));
  const [best] = bestFirst(odds);
  const [only] = departments.size === 1 ? departments.keys() : [];
  return {
    departments: bestFirst(odds).map((id) => ({
      id,
      ...(id === only ? { because: 'only' as const } : whyDepartment(id, departments.get(id), sorted, known)),
    })),
    goalsIn: (departmentId) => {
      const usable = goalsFor(departmentId, index.goals, now);
      // Another than the one we found was chosen by the person, and is no guess.
      const chosen = departmentId === best ? odds : new Map([[departmentId, 1]]);
      const signs = goalSigns(sorted, usable, chosen, known);
      return bestFirst(scoresOf(signs, GOAL_WEIGHTS)).map((id) => ({
        id,
        ...(id === null ? { because: 'none' as const } : whyGoal(id, signs.get(id), usable.length, sorted, index)),
      }));
    },
  };
}

const scoresOf = <K, S extends Record<string, number>>(signs: ReadonlyMap<K, S>, weights: Record<keyof S, number>) =>
  new Map([...signs].map(([id, one]) => [id, sumOf(one, weights)]));

/** Equal ones stay in the order of the strategy. */
const bestFirst = <K>(scores: ReadonlyMap<K, number>): K[] =>
  [...scores].sort(([, one], [, other]) => other - one).map(([id]) => id);

/** A reason is said only if it says something. */
const MIN_REASON = 0.3;

function whyDepartment(id: string, signs: DepartmentSigns | undefined, sorted: Sorted, known: Known): Because {
  if (signs === undefined) return { because: 'first' };
  const weights = DEPARTMENT_WEIGHTS;
  const best = strongest({
    profile: signs.profile * weights.profile,
    last: signs.section * weights.section,
    told: signs.told * weights.told,
    address: signs.address * weights.address,
    words: signs.subjects * weights.subjects + signs.words * weights.words + signs.goals * weights.goals,
  });
  if (best === 'told') return { because: 'address', part: sorted.told.get(id) ?? '' };
  if (best === 'address') return { because: 'address', part: sorted.named.get(id)?.part ?? '' };
  if (best === 'words') {
    const own = known.index.goals.filter(({ departmentIds }) => departmentIds.includes(id)).map((goal) => goal.id);
    const entries = [
      ...known.index.ofDepartments.filter((entry) => entry.id === id),
      ...known.index.ofGoals.filter((entry) => own.includes(entry.id)),
    ];
    return { because: 'words', words: wordsFor(entries, sorted, known.index) };
  }
  return { because: best ?? 'first' };
}

function whyGoal(
  id: string,
  signs: GoalSigns | undefined,
  choices: number,
  sorted: Sorted,
  index: StrategyIndex,
): Because {
  if (signs === undefined) return { because: 'fits' };
  const weights = GOAL_WEIGHTS;
  const best = strongest({
    last: signs.section * weights.section + signs.last * weights.last,
    default: signs.standard * weights.standard,
    words: signs.subjects * weights.subjects + signs.words * weights.words,
  });
  if (best === 'words') {
    const entries = index.ofGoals.filter((entry) => entry.id === id);
    return { because: 'words', words: wordsFor(entries, sorted, index) };
  }
  return { because: best ?? (choices === 1 ? 'only' : 'fits') };
}

function strongest<K extends string>(reasons: Record<K, number>): K | null {
  let best: K | null = null;
  for (const name of Object.keys(reasons) as K[])
    if (reasons[name] >= MIN_REASON && (best === null || reasons[name] > reasons[best])) best = name;
  return best;
}

const MOST_WORDS = 3;
/** Longer ones are keys and addresses. Characters. */
const MAX_SHOWN = 40;

/** The words of the page that speak most for one of the entries, each once. */
function wordsFor(entries: readonly Entry[], { meant }: Sorted, index: StrategyIndex): string[] {
  const says = new Map<string, number>();
  for (const entry of entries) {
    for (const [trait, weight] of entry.meant.weights) {
      const word = meant.shown.get(trait);
      if (word === undefined) continue;
      const evidence = ((meant.weights.get(trait) ?? 0) * weight * index.rarity(trait) ** 2) / (entry.length || 1);
      says.set(word.slice(0, MAX_SHOWN), Math.max(says.get(word) ?? 0, evidence));
    }
  }
  return bestFirst(says).slice(0, MOST_WORDS);
}
