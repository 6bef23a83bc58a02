/** Two weeks of the duty rota change places (S12). */
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Person } from '../protocol/person.ts';
import { onDuty } from './on-duty.ts';
import { momentShown } from './weeks.ts';

type Colleague = Pick<Person, 'id' | 'name' | 'roles'>;
type DutyWeek = DeskRules['dutyWeeks'][number];

const NOON = 12;

/** Who is on duty in the week of a Monday, by the rota or by the role; null: nobody. */
export function dutyOf(rules: DeskRules, people: readonly Colleague[], monday: string): string | null {
  const noon = momentShown(Date.parse(`${monday}T${NOON}:00Z`), rules.timeZone);
  return onDuty(rules, people, noon)?.id ?? null;
}

/**
 * The rota with two weeks exchanged: both are written down from then on, whoever it was by role alone. Null where one
 * of the two has nobody, or both the same person.
 */
export function swapWeeks(
  rules: DeskRules,
  people: readonly Colleague[],
  one: string,
  other: string,
): DutyWeek[] | null {
  const [first, second] = [dutyOf(rules, people, one), dutyOf(rules, people, other)];
  if (first === null || second === null || first === second) return null;
  const rest = rules.dutyWeeks.filter(({ monday }) => monday !== one && monday !== other);
  return [...rest, { monday: one, personId: second }, { monday: other, personId: first }].sort((a, b) =>
    a.monday < b.monday ? -1 : 1,
  );
}
