/** Who does what for a topic, who is away and how much time people have, as each reader may see it [AS4][TB2]. */
import type { Absence } from '../../protocol/absence.ts';
import type { Assignment } from '../../protocol/assignment.ts';
import type { TimeBudget } from '../../protocol/time-budget.ts';
import { type AssignmentColumns, selectAssignment, toAssignment } from '../rows/assignments.ts';
import { allInChunks, CHUNK_PLACEHOLDERS } from '../store/chunks.ts';
import { type Look, look } from './desk-rows.ts';

export const assignments: Look = async (sql, reader, ids) => {
  const rows = await allInChunks<AssignmentColumns>(
    sql,
    `${selectAssignment(reader.seesMinutes)} WHERE assignment.id IN (${CHUNK_PLACEHOLDERS}) AND ${reader.seesAssignment}`,
    ids,
    ...reader.seesValues,
  );
  return new Map(rows.map((row): [string, Assignment] => [row.id, toAssignment(row)]));
};

type AbsenceJoin = { id: string; person_id: string; person_name: string; from_day: string; to_day: string };

export const absences = look<AbsenceJoin, Absence>(
  `SELECT absence.*, person.name AS person_name
   FROM absence JOIN person ON person.id = absence.person_id WHERE absence.id IN (CHUNK)`,
  ({ id }) => id,
  (row) => ({
    id: row.id,
    from: row.from_day,
    to: row.to_day,
    person: { id: row.person_id, name: row.person_name },
  }),
  ({ seesAbsence }) => seesAbsence,
);

type BudgetColumns = { id: string; person_id: string; monday: string | null; minutes: number };

export const timeBudgets = look<BudgetColumns, TimeBudget>(
  'SELECT time_budget.* FROM time_budget WHERE time_budget.id IN (CHUNK)',
  ({ id }) => id,
  (row) => ({ id: row.id, personId: row.person_id, monday: row.monday, minutes: row.minutes }),
  ({ seesTimeBudget }) => seesTimeBudget,
);
