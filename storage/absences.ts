/** When people are away, as far as this device is told; one's own are kept at once, offline too. */
import { type Absence, type AbsenceInput, absenceInputSchema, absenceSchema } from '../protocol/absence.ts';
import type { AccountDatabase } from './database.ts';
import { append } from './outbox.ts';
import { guarded, StorageError } from './problems.ts';
import { sound } from './sound.ts';
import { readWaiting, type Waiting, waitingTables } from './waiting.ts';

/** By the day they begin. Reads `absences` beside the `waitingTables`. */
export async function readAbsences(db: AccountDatabase, { entries, person }: Waiting): Promise<Absence[]> {
  const rows = new Map(
    sound('absences', absenceSchema, await db.absences.toArray()).map((row): [string, Absence] => [row.id, row]),
  );
  for (const { action } of entries) {
    if (action.name === 'saveAbsence')
      rows.set(action.absence.id, { ...action.absence, person: { id: person.id, name: person.name } });
    if (action.name === 'deleteAbsence') rows.delete(action.absenceId);
  }
  return [...rows.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Everybody's who this device knows of. */
export const absences = async (db: AccountDatabase): Promise<Absence[]> => readAbsences(db, await readWaiting(db));

/** One's own, new or changed. @throws StorageError `invalid`, or those of `saveClip` */
export async function saveAbsence(db: AccountDatabase, absence: AbsenceInput, now: number): Promise<void> {
  const parsed = absenceInputSchema.safeParse(absence);
  if (!parsed.success) throw new StorageError('invalid', parsed.error.issues[0]?.path.join('.') ?? '');
  if (parsed.data.to < parsed.data.from) throw new StorageError('invalid', 'to');
  await guarded(() =>
    db.transaction('rw', waitingTables(db), () =>
      append(db, crypto.randomUUID(), { name: 'saveAbsence', absence: parsed.data }, now),
    ),
  );
}

export async function deleteAbsence(db: AccountDatabase, absenceId: string, now: number): Promise<void> {
  await guarded(() =>
    db.transaction('rw', waitingTables(db), () =>
      append(db, crypto.randomUUID(), { name: 'deleteAbsence', absenceId }, now),
    ),
  );
}
