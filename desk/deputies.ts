/** Who is away, and who gets meanwhile what is asked of them [AS5]. */
import type { Absence } from '../protocol/absence.ts';
import type { DeskRules } from '../protocol/desk-rules.ts';
import type { Department } from '../protocol/strategy.ts';
import { dayIn, writtenDay } from './working-time.ts';

export type Away = Pick<Absence, 'from' | 'to'> & { person: { id: string } };

/** The absence that somebody is in at that moment, by the desk's calendar. */
export function absenceOf<A extends Away>(
  personId: string,
  absences: readonly A[],
  { timeZone }: Pick<DeskRules, 'timeZone'>,
  at: number,
): A | null {
  const day = writtenDay(dayIn(timeZone, at));
  return absences.find(({ person, from, to }) => person.id === personId && from <= day && day <= to) ?? null;
}

/**
 * Whom something goes to that is asked of a person: of a department's contact who is away it goes to the deputy,
 * unless that one is away too.
 */
export function standIn(
  personId: string,
  department: Pick<Department, 'contactId' | 'deputyId'> | null,
  absences: readonly Away[],
  rules: Pick<DeskRules, 'timeZone'>,
  at: number,
): { toId: string; insteadOfId: string | null } {
  const itself = { toId: personId, insteadOfId: null };
  const deputyId = department?.deputyId ?? null;
  if (department?.contactId !== personId || deputyId === null || deputyId === personId) return itself;
  if (absenceOf(personId, absences, rules, at) === null || absenceOf(deputyId, absences, rules, at) !== null)
    return itself;
  return { toId: deputyId, insteadOfId: personId };
}
