/** Who hears of what is overdue: first the editor of the week, then the head. */
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Person, PersonRef, Role } from '../protocol/person.ts';
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

const toRef = ({ id, name }: Colleague): PersonRef => ({ id, name });

/** Only somebody who can do something about it: an entry may name a person who left the desk since. */
function named(id: string | null, people: readonly Colleague[]): PersonRef | null {
  const person = people.find((each) => each.id === id);
  return person !== undefined && mayDecide(person.roles) ? toRef(person) : null;
}

/** The first by id, so that every look finds the same one. */
function holder(role: Role, people: readonly Colleague[]): PersonRef | null {
  const holders = people.filter(({ roles }) => roles.includes(role)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return holders[0] === undefined ? null : toRef(holders[0]);
}
