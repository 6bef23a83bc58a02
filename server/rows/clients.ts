/** Counters of clients and the outcomes that they have not acknowledged yet (CL2, CL3). */
import type { Refusal, RefusalKind } from '../../protocol/refusal.ts';
import { AFTER_CHUNK, allInChunks, CHUNK_PLACEHOLDERS, rowWriter } from '../store/chunks.ts';
import type { Sql, Tx } from '../store/store.ts';

export type Client = { personId: string; lastNumber: number };

type OutcomeRow = {
  number: number;
  mutation_id: string;
  refusal_kind: RefusalKind | null;
  refusal_path: string | null;
};

export async function findClient(sql: Sql, clientId: string): Promise<Client | null> {
  const [row] = await sql.all<{ person_id: string; last_number: number }>(
    'SELECT person_id, last_number FROM client WHERE id = $1',
    clientId,
  );
  return row === undefined ? null : { personId: row.person_id, lastNumber: row.last_number };
}

export const saveClient = (tx: Tx, clientId: string, { personId, lastNumber }: Client, now: number): Promise<void> =>
  tx.run(
    `INSERT INTO client (id, person_id, last_number, seen_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET last_number = excluded.last_number, seen_at = excluded.seen_at`,
    clientId,
    personId,
    lastNumber,
    now,
  );

/** The mutation that once had this number, or null if its outcome was acknowledged and forgotten. */
export async function mutationAt(sql: Sql, clientId: string, number: number): Promise<string | null> {
  const [row] = await sql.all<{ mutation_id: string }>(
    'SELECT mutation_id FROM outcome WHERE client_id = $1 AND number = $2',
    clientId,
    number,
  );
  return row?.mutation_id ?? null;
}

/** In the place of a refusal's path: nothing was done under this id, it only kept a number (OB2). */
const ONLY_A_NUMBER = 'noop';

export type Outcome = { number: number; id: string; action: { name: string } | null; refusal: Refusal | null };

/** Those of one push, in few statements. */
export const saveOutcomes = (tx: Tx, clientId: string, outcomes: readonly Outcome[]): Promise<void> =>
  writeOutcomes(
    tx,
    outcomes
      .values()
      .map(({ number, id, action, refusal }) => [
        ...[clientId, number, id, refusal?.kind ?? null],
        action?.name === 'noop' ? ONLY_A_NUMBER : (refusal?.path ?? null),
      ]),
  );

const writeOutcomes = rowWriter(
  'INSERT INTO outcome (client_id, number, mutation_id, refusal_kind, refusal_path) VALUES',
  '($1, $2, $3, $4, $5)',
);

export const forgetOutcomes = (tx: Tx, clientId: string, upTo: number): Promise<void> =>
  tx.run('DELETE FROM outcome WHERE client_id = $1 AND number <= $2', clientId, upTo);

/** What was refused and not acknowledged yet, in the order of the numbers. */
export async function refusedOutcomes(
  sql: Sql,
  clientId: string,
): Promise<{ id: string; number: number; refusal: Refusal }[]> {
  const rows = await sql.all<OutcomeRow>(
    `SELECT number, mutation_id, refusal_kind, refusal_path FROM outcome
     WHERE client_id = $1 AND refusal_kind IS NOT NULL`,
    clientId,
  );
  rows.sort((a, b) => a.number - b.number);
  return rows.flatMap(({ mutation_id: id, number, refusal_kind: kind, refusal_path: path }) =>
    kind === null ? [] : [{ id, number, refusal: { kind, path: path ?? '' } }],
  );
}

/**
 * Which of these acts of this person were applied already under another number; known as long as that outcome is kept. A
 * number that was kept for a parked entry has the entry's id, and the entry may still come.
 */
export async function appliedAmong(sql: Sql, mutationIds: readonly string[], personId: string): Promise<Set<string>> {
  const rows = await allInChunks<{ mutation_id: string }>(
    sql,
    `SELECT outcome.mutation_id FROM outcome JOIN client ON client.id = outcome.client_id
     WHERE outcome.mutation_id IN (${CHUNK_PLACEHOLDERS}) AND client.person_id = ${AFTER_CHUNK}
       AND outcome.refusal_kind IS NULL AND outcome.refusal_path IS NULL`,
    mutationIds,
    personId,
  );
  return new Set(rows.map(({ mutation_id: id }) => id));
}
