/** When people are away: each says it of themselves [AS5]. */
import type { AbsenceInput } from '../../protocol/absence.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import { deleteAbsenceRow, personOfAbsence, saveAbsenceRow } from '../rows/absences.ts';
import type { Tx } from '../store/store.ts';
import type { Act } from './act.ts';

export async function saveAbsence(tx: Tx, { person }: Act, absence: AbsenceInput): Promise<Refusal | null> {
  if (absence.to < absence.from) return { kind: 'invalid', path: 'absence.to' };
  const owner = await personOfAbsence(tx, absence.id);
  if (owner !== null && owner !== person.id) return { kind: 'id_taken', path: 'absence.id' };
  await saveAbsenceRow(tx, person.id, absence);
  return null;
}

/** One that is gone already is no mistake. */
export async function deleteAbsence(tx: Tx, { person }: Act, absenceId: string): Promise<Refusal | null> {
  const owner = await personOfAbsence(tx, absenceId);
  if (owner === null) return null;
  // Whether somebody else is away is not for everybody to find out.
  if (owner !== person.id) return { kind: 'not_found', path: 'absenceId' };
  await deleteAbsenceRow(tx, absenceId);
  return null;
}
