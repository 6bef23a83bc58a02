/** What speaks for each department and each goal, as numbers; what they mean together: `weights.ts`. */
import type { Person } from '../../protocol/person.ts';
import type { Goal } from '../../protocol/strategy.ts';
import { isPickable } from '../goals.ts';
import { decode, takeApart } from '../plain-address.ts';
import { type Named, namedInAddress, toldByAddress } from './address-parts.ts';
import type { Habits } from './habits.ts';
import { isSubject, type Meant, meantBy } from './meant.ts';
import type { Entry, StrategyIndex } from './strategy-index.ts';

/** What of a page is looked at; all of it stays on the device. */
export type Page = { address: string; title: string; siteName: string | null; excerpt: string; text: string };

/** All that is known when a page is to be sorted in. */
export type Known = { index: StrategyIndex; person: Pick<Person, 'departmentId'>; habits: Habits; now: number };

export type DepartmentSigns = {
  profile: number;
  section: number;
  /** The strategy says that its pages stand there. */
  told: number;
  address: number;
  subjects: number;
  words: number;
  /** The best of the department's own goals. */
  goals: number;
};

export type GoalSigns = {
  subjects: number;
  words: number;
  /** How probable the departments are whose own goal it is. */
  owned: number;
  shared: number;
  standard: number;
  section: number;
  last: number;
  /** 1 for "no goal". */
  none: number;
  /** For "no goal": how much of what the page is about no goal is about. */
  foreign: number;
};

/** A page, read once for all the questions. */
/** `told`: by department, the part of the address that the strategy names. */
export type Sorted = {
  meant: Meant;
  named: ReadonlyMap<string, Named>;
  told: ReadonlyMap<string, string>;
  isPage: boolean;
};

/** So much of a page's text is read: what comes later is rarely what it is about. Characters. */
const TEXT_READ = 2_500;

export function lookAt(page: Page | null, index: StrategyIndex): Sorted {
  if (page === null) return { meant: meantBy([]), named: new Map(), told: new Map(), isPage: false };
  return {
    meant: meantBy([
      // Titles of documents are often names of files.
      { text: page.title.replaceAll('_', ' '), says: 1 },
      { text: page.excerpt, says: 0.5 },
      { text: page.text.slice(0, TEXT_READ), says: 0.25 },
      { text: slugOf(page.address), says: 0.6 },
      { text: (page.siteName ?? '').replace(NO_NAME, ''), says: 0.3 },
    ]),
    named: namedInAddress(page.address, index),
    told: toldByAddress(page.address, index.departments),
    isPage: true,
  };
}

/** What a site is, not what it is about. */
const NO_NAME = /intranet|wiki|portal/gi;

const slugOf = (address: string): string =>
  (takeApart(address)?.path ?? [])
    .map(decode)
    .join(' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

export type Likeness = { subjects: number; words: number };

/** How much of an entry's own words the page says. */
export function likeness({ meant }: Sorted, entry: Entry, index: StrategyIndex): Likeness {
  const found = { subjects: 0, words: 0 };
  for (const [trait, weight] of entry.meant.weights) {
    const said = meant.weights.get(trait);
    if (said === undefined) continue;
    const rare = index.rarity(trait);
    found[isSubject(trait) ? 'subjects' : 'words'] += said * weight * rare * rare;
  }
  const length = entry.length === 0 ? 1 : entry.length;
  return { subjects: found.subjects / length, words: found.words / length };
}

export function departmentSigns(sorted: Sorted, { index, person, habits, now }: Known): Map<string, DepartmentSigns> {
  const likenessOfGoal = new Map(index.ofGoals.map((entry) => [entry.id, likeness(sorted, entry, index)]));
  const pickable = index.goals.filter((goal) => isPickable(goal, now));
  return new Map(
    index.ofDepartments.map((entry) => {
      const { id } = entry;
      const alike = likeness(sorted, entry, index);
      const own = pickable
        .filter(({ departmentIds }) => departmentIds.includes(id))
        .map((goal) => {
          const like = likenessOfGoal.get(goal.id);
          return ((like?.subjects ?? 0) + (like?.words ?? 0)) / Math.sqrt(goal.departmentIds.length);
        });
      return [
        id,
        {
          profile: person.departmentId === id ? 1 : 0,
          section: habits.lastInSection?.departmentId === id ? 1 : 0,
          told: sorted.told.get(id) === undefined ? 0 : 1,
          address: sorted.named.get(id)?.says ?? 0,
          subjects: alike.subjects,
          words: alike.words,
          goals: Math.max(0, ...own),
        },
      ];
    }),
  );
}

/**
 * @param goals those that can be chosen
 * @param departments how probable each is, all together 1
 */
export function goalSigns(
  sorted: Sorted,
  goals: readonly Goal[],
  departments: ReadonlyMap<string, number>,
  { index, habits }: Known,
): Map<string | null, GoalSigns> {
  const signs = new Map<string | null, GoalSigns>();
  const entries = new Map(index.ofGoals.map((entry) => [entry.id, entry]));
  for (const goal of goals) {
    const entry = entries.get(goal.id);
    if (entry === undefined) continue;
    const owned = goal.departmentIds.reduce((sum, id) => sum + (departments.get(id) ?? 0), 0);
    let standard = 0;
    for (const { id, defaultGoalId } of index.departments)
      if (defaultGoalId === goal.id) standard += departments.get(id) ?? 0;
    let last = 0;
    for (const [id, goalId] of Object.entries(habits.lastGoalIn))
      if (goalId === goal.id) last += departments.get(id) ?? 0;
    signs.set(goal.id, {
      ...likeness(sorted, entry, index),
      owned,
      shared: goal.departmentIds.length === 0 ? 1 : 0,
      standard,
      section: habits.lastInSection?.goalId === goal.id ? 1 : 0,
      last,
      none: 0,
      foreign: 0,
    });
  }
  signs.set(null, {
    subjects: 0,
    words: 0,
    owned: 0,
    shared: 0,
    standard: 0,
    section: habits.lastInSection !== null && habits.lastInSection.goalId === null ? 1 : 0,
    last: 0,
    // A page that is not known says nothing for "none" either: what is usual has its chance.
    none: sorted.isPage ? 1 : UNKNOWN,
    foreign: sorted.isPage ? foreignShare(sorted, index) : 0,
  });
  return signs;
}

/** Just more than a goal has whose only sign is its department. */
const UNKNOWN = 0.6;

/** How much of what a page is about no goal is about, between 0 and 1. */
function foreignShare({ meant }: Sorted, { known }: StrategyIndex): number {
  let foreign = 0;
  let all = 0;
  for (const [trait, weight] of meant.weights) {
    if (!isSubject(trait)) continue;
    all += weight * weight;
    foreign += weight * weight * (1 - (known.get(trait) ?? 0));
  }
  return all === 0 ? 0.5 : foreign / all;
}
