/** Who hears of what is overdue: first the editor of the week, then the head; while they are away, somebody who is there. */
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Person, PersonRef, Role } from '../protocol/person.ts';
import { type Away, absenceOf } from './deputies.ts';
import { mayDecide } from './roles.ts';
import { dayIn, weekdayOf, writtenDay } from './working-time.ts';

type Colleague = Pick<Person, 'id' | 'name' | 'roles'>;

/** The editor on duty in the week of that moment, by the desk's calendar; without an entry whoever has the role. */
export function onDuty(rules: DeskRules, people: readonly Colleague[], now: number): PersonRef | null {
  const day = dayIn(rules.timeZone, now);
  const monday = writtenDay(day - weekdayOf(day) + 1);
  const entry = rules.dutyWeeks.find((week) => week.monday === monday);
  return named(entry?.personId ?? null, people) ?? holder('duty', people);
}

/** Who hears of what the editor on duty left too. */
export const headOf = (rules: DeskRules, people: readonly Colleague[]): PersonRef | null =>
  named(rules.headId, people) ?? holder('lead', people);

/**
 * [DK2] Who is told first at that moment: the editor on duty; while they are away whoever else has the role, then who is
 * on duty next, then the head. Where nobody is there it stays with the editor on duty, who hears of it on coming back.
 */
export function toldFirst(
  rules: DeskRules,
  people: readonly Colleague[],
  absences: readonly Away[],
  now: number,
): PersonRef | null {
  const editor = onDuty(rules, people, now);
  // Nobody has the duty, so nobody's absence leaves it to others.
  if (editor === null) return null;
  const today = writtenDay(dayIn(rules.timeZone, now));
  const next = rules.dutyWeeks
    .filter(({ monday }) => monday > today)
    .toSorted((a, b) => (a.monday < b.monday ? -1 : 1))
    .map(({ personId }) => named(personId, people));
  const inTurn = [editor, ...holders('duty', people), ...next, headOf(rules, people)];
  return firstThere(inTurn, rules, absences, now) ?? editor;
}

/** [DK2] Who is told when that was not enough: the head; while they are away whoever else has the role `lead`. */
export function toldNext(
  rules: DeskRules,
  people: readonly Colleague[],
  absences: readonly Away[],
  now: number,
): PersonRef | null {
  const head = headOf(rules, people);
  return firstThere([head, ...holders('lead', people)], rules, absences, now) ?? head;
}

const firstThere = (
  inTurn: readonly (PersonRef | null)[],
  rules: DeskRules,
  absences: readonly Away[],
  now: number,
): PersonRef | null =>
  inTurn.find((person) => person !== null && absenceOf(person.id, absences, rules, now) === null) ?? null;

const toRef = ({ id, name }: Colleague): PersonRef => ({ id, name });

/** Only somebody who can do something about it: an entry may name a person who left the desk since. */
function named(id: string | null, people: readonly Colleague[]): PersonRef | null {
  const person = people.find((each) => each.id === id);
  return person !== undefined && mayDecide(person.roles) ? toRef(person) : null;
}

/** By id, so that every look finds the same order. */
const holders = (role: Role, people: readonly Colleague[]): PersonRef[] =>
  people
    .filter(({ roles }) => roles.includes(role))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(toRef);

const holder = (role: Role, people: readonly Colleague[]): PersonRef | null => holders(role, people)[0] ?? null;
