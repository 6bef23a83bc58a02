/**
 * How much of somebody's time is planned, week by week (S16): planned minus done, beside what they have. Weeks are
 * named by their Monday in the desk's calendar, minutes are minutes of work.
 */
import type { Absence } from '../protocol/absence.ts';
import type { Assignment } from '../protocol/assignment.ts';
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Person } from '../protocol/person.ts';
import type { TimeBudget } from '../protocol/time-budget.ts';
import type { Topic } from '../protocol/topic.ts';
import { isOpenAssignment } from './assignments.ts';
import { inForce } from './decisions.ts';
import { dayIn, weekdayOf, writtenDay } from './working-time.ts';

/** `budget` null: nobody said how much there is, so nothing is ever too much. */
export type WeekLoad = { monday: string; planned: number; budget: number | null };

/** [TB1] A person says how much time they have, or a lead does. */
export const maySetBudget = (by: Pick<Person, 'id' | 'roles'>, personId: string): boolean =>
  by.id === personId || by.roles.includes('lead');

/** The Monday of the week that a moment is in. */
export function mondayAt({ timeZone }: Pick<DeskRules, 'timeZone'>, at: number): string {
  const day = dayIn(timeZone, at);
  return writtenDay(day - weekdayOf(day) + 1);
}

const DAY_MS = 86_400_000;
const numbered = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The Monday some weeks later. */
export const weeksLater = (monday: string, weeks: number): string => writtenDay(numbered(monday) + 7 * weeks);

/** The number of the ISO week that begins on this Monday, 1 to 53. */
export function isoWeek(monday: string): number {
  const thursday = numbered(monday) + 3;
  const firstDay = Date.UTC(new Date(thursday * DAY_MS).getUTCFullYear(), 0, 1) / DAY_MS;
  return 1 + Math.floor((thursday - firstDay) / 7);
}

/** [TB1] What a person has in a week: what was said of that week, else of every week, else what is usual; less where they are away. */
export function budgetOf(
  personId: string,
  monday: string,
  budgets: readonly TimeBudget[],
  absences: readonly Absence[],
  { weekMinutes }: Pick<DeskRules, 'weekMinutes'>,
): number | null {
  const own = budgets.filter((budget) => budget.personId === personId);
  const ofWeek = own.find((budget) => budget.monday === monday);
  // Who said how much there is in this very week knew of their absence.
  if (ofWeek !== undefined) return ofWeek.minutes;
  const usual = own.find((budget) => budget.monday === null)?.minutes ?? weekMinutes;
  if (usual === null) return null;
  const first = numbered(monday);
  const isAway = (day: string) =>
    absences.some(({ person, from, to }) => person.id === personId && from <= day && day <= to);
  const there = [0, 1, 2, 3, 4].filter((at) => !isAway(writtenDay(first + at))).length;
  return Math.round((usual * there) / 5);
}

/** Of a topic whose effort nobody has said yet. */
const UNSAID = 'M';

export const effortOf = (
  { brief }: Pick<Topic, 'brief'>,
  { effortMinutes }: Pick<DeskRules, 'effortMinutes'>,
): number => effortMinutes[brief.effort ?? UNSAID];

export type Work = {
  personId: string;
  /** At least all that the person leads and that is accepted or in work. */
  topics: readonly Topic[];
  /** At least all of theirs, and of their topics. */
  assignments: readonly Assignment[];
  budgets: readonly TimeBudget[];
  absences: readonly Absence[];
  rules: DeskRules;
  now: number;
};

/**
 * [TB3] A person's load for so many weeks from the one of `now` on. What should have been done before is this week's:
 * work does not go away by being late. What was delivered, refused or called off weighs nothing.
 */
export function weekLoads(work: Work, weeks: number): WeekLoad[] {
  const { personId, rules, now, budgets, absences } = work;
  const first = mondayAt(rules, now);
  const planned = new Map<string, number>();
  const add = (monday: string, minutes: number) => {
    const week = monday < first ? first : monday;
    planned.set(week, (planned.get(week) ?? 0) + minutes);
  };
  for (const assignment of work.assignments) {
    if (assignment.to.id !== personId || !isOpenAssignment(assignment)) continue;
    add(assignment.dueAt === null ? first : mondayAt(rules, assignment.dueAt), assignment.minutesPlanned ?? 0);
  }
  for (const topic of work.topics) {
    if (topic.lead?.id !== personId || (topic.state !== 'accepted' && topic.state !== 'in_work')) continue;
    add(topic.brief.week ?? acceptedIn(topic, rules), restOf(topic, work));
  }
  return Array.from({ length: weeks }, (_, at): WeekLoad => {
    const monday = weeksLater(first, at);
    return {
      monday,
      planned: planned.get(monday) ?? 0,
      budget: budgetOf(personId, monday, budgets, absences, rules),
    };
  });
}

/** What is left to the lead: the effort of the topic without what was asked of people in minutes. */
function restOf(topic: Topic, { assignments, rules }: Pick<Work, 'assignments' | 'rules'>): number {
  const given = assignments.filter(
    ({ topicId, state }) =>
      topicId === topic.id && (state === 'asked' || state === 'confirmed' || state === 'delivered'),
  );
  const minutes = given.reduce((sum, { minutesPlanned }) => sum + (minutesPlanned ?? 0), 0);
  return Math.max(0, effortOf(topic, rules) - minutes);
}

function acceptedIn(topic: Topic, rules: DeskRules): string {
  const accepted = inForce(topic.decisions).findLast(({ to }) => to === 'accepted');
  return mondayAt(rules, accepted?.at ?? topic.stateSince);
}

/** How it would be to take something on. */
export type Offer = {
  /** This week with it. */
  week: WeekLoad;
  isOver: boolean;
  /** The next week that has room for it, as it stands without it; null where none of those known has. */
  free: WeekLoad | null;
};

/** [TB4] What taking on so many minutes this week would mean. @param loads of `weekLoads`, this week first */
export function offerOf(loads: readonly WeekLoad[], minutes: number): Offer | null {
  const [week, ...later] = loads;
  if (week === undefined || week.budget === null) return null;
  const fits = ({ planned, budget }: WeekLoad) => budget === null || planned + minutes <= budget;
  return {
    week: { ...week, planned: week.planned + minutes },
    isOver: !fits(week),
    free: later.find(fits) ?? null,
  };
}
