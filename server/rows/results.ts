import type { Result } from '../../protocol/result.ts';
import type { Sql, Tx } from '../store/store.ts';

export type ResultColumns = {
  id: string;
  goal_id: string;
  topic_id: string | null;
  publication_id: string | null;
  measure: string;
  value: number;
  unit: string;
  measured_at: number;
  source: Result['source'];
  lesson: string | null;
  reporter_id: string | null;
  reporter_name: string | null;
  changed_at: number;
};

/** To be followed by conditions on `result` and `topic`, which a measurement of a whole goal does not have. */
export const SELECT_RESULT = `SELECT result.*, person.name AS reporter_name FROM result
  LEFT JOIN person ON person.id = result.reporter_id LEFT JOIN topic ON topic.id = result.topic_id`;

export const toResult = (row: ResultColumns): Result => ({
  id: row.id,
  goalId: row.goal_id,
  topicId: row.topic_id,
  publicationId: row.publication_id,
  measure: JSON.parse(row.measure) as Result['measure'],
  value: row.value,
  unit: row.unit,
  measuredAt: row.measured_at,
  source: row.source,
  lesson: row.lesson,
  by: row.reporter_id === null ? null : { id: row.reporter_id, name: row.reporter_name ?? row.reporter_id },
  changedAt: row.changed_at,
});

export async function findResult(sql: Sql, id: string): Promise<Result | null> {
  const [row] = await sql.all<ResultColumns>(`${SELECT_RESULT} WHERE result.id = $1`, id);
  return row === undefined ? null : toResult(row);
}

export async function saveResult(tx: Tx, result: Result): Promise<void> {
  await tx.run(
    `INSERT INTO result (id, goal_id, topic_id, publication_id, measure, value, unit, measured_at, source, lesson,
       reporter_id, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (id) DO UPDATE SET goal_id = excluded.goal_id, topic_id = excluded.topic_id,
       publication_id = excluded.publication_id, measure = excluded.measure, value = excluded.value,
       unit = excluded.unit, measured_at = excluded.measured_at, source = excluded.source, lesson = excluded.lesson,
       reporter_id = excluded.reporter_id, changed_at = excluded.changed_at`,
    result.id,
    result.goalId,
    result.topicId,
    result.publicationId,
    JSON.stringify(result.measure),
    result.value,
    result.unit,
    result.measuredAt,
    result.source,
    result.lesson,
    result.by?.id ?? null,
    result.changedAt,
  );
  tx.changed('result', result.id);
}

export async function deleteResult(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM result WHERE id = $1', id);
  tx.changed('result', id);
}
