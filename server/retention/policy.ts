/** How long the queue keeps what nobody needs any more: the section `retention` of the strategy. Off unless said. */
import * as z from 'zod/mini';
import type { Sql, Tx } from '../store/store.ts';

const months = z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(600))), null);
const days = (least: number) => z._default(z.nullable(z.int().check(z.minimum(least), z.maximum(3_650))), null);

/** Null, or left out: for ever. */
export const retentionSchema = z.strictObject({
  /** Declined topics with all that hangs on them, counted from their last decision. */
  declinedTopicsMonths: months,
  /**
   * What became of the mutations of clients that sent nothing since. Their next act is taken for a new client's, and
   * what they sent before may be sent again, over what others changed since: so nobody who was only away may be meant.
   */
  outcomesDays: days(90),
  /** Links of questions that ended. */
  linksDays: days(1),
  /** Devices that were signed out, and invitations that can no longer be used. */
  accessDays: days(1),
  /** The audit trail. */
  auditMonths: months,
});
export type RetentionPolicy = z.infer<typeof retentionSchema>;

export const KEEP_ALL: RetentionPolicy = retentionSchema.parse({});

type Row = { body: string; ran_at: number };

export async function readPolicy(sql: Sql): Promise<{ policy: RetentionPolicy; ranAt: number }> {
  const [row] = await sql.all<Row>('SELECT body, ran_at FROM retention LIMIT 1');
  return row === undefined
    ? { policy: KEEP_ALL, ranAt: 0 }
    : { policy: retentionSchema.parse(JSON.parse(row.body)), ranAt: row.ran_at };
}

export const savePolicy = (tx: Tx, policy: RetentionPolicy): Promise<void> =>
  tx.run(
    `INSERT INTO retention (id, body, ran_at) VALUES ('retention', $1, 0)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body`,
    JSON.stringify(policy),
  );

export const noteRun = (tx: Tx, now: number): Promise<void> => tx.run('UPDATE retention SET ran_at = $1', now);
