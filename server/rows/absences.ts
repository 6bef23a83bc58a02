import type { Absence, AbsenceInput } from '../../protocol/absence.ts';
import type { Sql, Tx } from '../store/store.ts';

/** Everybody's who is away on that day or later, for whom it concerns. */
export async function absencesSince(sql: Sql, day: string): Promise<Absence[]> {
  const rows = await sql.all<{ id: string; person_id: string; name: string; from_day: string; to_day: string }>(
    `SELECT absence.id, absence.person_id, person.name, absence.from_day, absence.to_day
     FROM absence JOIN person ON person.id = absence.person_id WHERE absence.to_day >= $1`,
    day,
  );
  return rows.map((row) => ({
    id: row.id,
    from: row.from_day,
    to: row.to_day,
    person: { id: row.person_id, name: row.name },
  }));
}

/** Whose an absence is; null if there is none with this id. */
export async function personOfAbsence(sql: Sql, id: string): Promise<string | null> {
  const [row] = await sql.all<{ person_id: string }>('SELECT person_id FROM absence WHERE id = $1', id);
  return row?.person_id ?? null;
}

export async function saveAbsenceRow(tx: Tx, personId: string, { id, from, to }: AbsenceInput): Promise<void> {
  await tx.run(
    `INSERT INTO absence (id, person_id, from_day, to_day) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET from_day = excluded.from_day, to_day = excluded.to_day`,
    id,
    personId,
    from,
    to,
  );
  tx.changed('absence', id);
}

export async function deleteAbsenceRow(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM absence WHERE id = $1', id);
  tx.changed('absence', id);
}
