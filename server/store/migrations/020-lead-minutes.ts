import type { Migration } from './migration.ts';

/** Who leads a topic is told for how many minutes others were asked [AS4]: devices that hold those rows hear of them again. */
export const leadMinutes: Migration = {
  number: 20,
  name: 'lead-minutes',
  async up(sql) {
    const rows = await sql.all<{ id: string }>(
      `SELECT assignment.id FROM assignment JOIN topic ON topic.id = assignment.topic_id
       WHERE topic.lead_id IS NOT NULL AND assignment.minutes_planned IS NOT NULL ORDER BY assignment.id`,
    );
    for (const { id } of rows) {
      await sql.run(
        'UPDATE queue SET seq = seq + 1, followed = CASE WHEN followed = seq THEN followed + 1 ELSE followed END',
      );
      await sql.run(
        `INSERT INTO change_log (kind, id, seq) SELECT 'assignment', $1, seq FROM queue WHERE 1 = 1
         ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq`,
        id,
      );
    }
  },
};
