/** Acts of administration, append-only: who did what to whom or what, when, and from where. */
import type { Sql, Tx } from '../store/store.ts';

/** In the list of acts: done by a person of the desk or a rule, not by an account of the machine. */
export const CLEARANCE_ORIGIN = 'clearance';

export type AuditEntry = {
  at: number;
  /** An account of the machine that runs the queue; for a step of a clearance the person, or the rule. */
  who: string;
  /** The machine, and the address that the account came from, if it came over the network. */
  origin: string;
  act: string;
  /** The id of a person, device or invitation, or the name of a file; empty where there is none. */
  subject: string;
};

export const addAudit = (tx: Tx, { at, who, origin, act, subject }: AuditEntry): Promise<void> =>
  tx.run(
    'INSERT INTO audit (id, done_at, who, origin, act, subject) VALUES ($1, $2, $3, $4, $5, $6)',
    crypto.randomUUID(),
    at,
    who,
    origin,
    act,
    subject,
  );

/** The oldest first. */
export async function listAudit(sql: Sql, since: number): Promise<AuditEntry[]> {
  const rows = await sql.all<Omit<AuditEntry, 'at'> & { done_at: number }>(
    'SELECT done_at, who, origin, act, subject FROM audit WHERE done_at >= $1 ORDER BY done_at, id',
    since,
  );
  return rows.map(({ done_at, ...rest }) => ({ at: done_at, ...rest }));
}

/** What was done to one person, and their own steps of clearances. */
export async function auditOf(sql: Sql, personId: string): Promise<AuditEntry[]> {
  return (await listAudit(sql, 0)).filter(
    ({ subject, who, origin }) => subject === personId || (who === personId && origin === CLEARANCE_ORIGIN),
  );
}
