/** Whether devices could hear of every row [CL5], and whether clients are counted as far as their outcomes go [CL2]. */
import type { ChangeKind } from '../../protocol/pull.ts';
import type { Store } from '../store/store.ts';
import type { Difference } from './difference.ts';

/** The rows of each kind that have a key in the log; the other kinds are few and written in one place. */
const ROWS: Partial<Record<ChangeKind, string>> = {
  topic: 'SELECT id FROM topic',
  clip: 'SELECT id FROM clip',
  note: 'SELECT id FROM note',
  question: 'SELECT id FROM question',
  publication: 'SELECT id FROM publication',
  assignment: 'SELECT id FROM assignment',
  clearance: 'SELECT topic_id AS id FROM clearance',
  address: 'SELECT key AS id FROM address',
};

export async function verifyChangeLog(store: Store, report: (difference: Difference) => void): Promise<void> {
  await store.read(async (sql) => {
    for (const [kind, rows] of Object.entries(ROWS)) {
      const missing = await sql.all<{ id: string }>(
        `SELECT id FROM (${rows}) AS kept
         WHERE NOT EXISTS (SELECT 1 FROM change_log WHERE change_log.kind = '${kind}' AND change_log.id = kept.id)`,
      );
      for (const { id } of missing)
        report({ check: 'change log', id, field: kind, is: 'missing', shouldBe: 'there', isDerived: true });
    }
    const ahead = await sql.all<{ id: string; seq: number }>(
      'SELECT change_log.id, change_log.seq FROM change_log JOIN queue ON change_log.seq > queue.seq',
    );
    for (const { id, seq } of ahead)
      report({
        check: 'change log',
        id,
        field: 'position',
        is: String(seq),
        shouldBe: 'not beyond the counter',
        isDerived: false,
      });
    const counters = await sql.all<{ id: string; last_number: number; newest: number }>(
      `SELECT client.id, client.last_number, max(outcome.number) AS newest
       FROM client JOIN outcome ON outcome.client_id = client.id
       GROUP BY client.id, client.last_number HAVING max(outcome.number) > client.last_number`,
    );
    for (const { id, last_number, newest } of counters)
      report({
        check: 'client',
        id,
        field: 'last number',
        is: String(last_number),
        shouldBe: `at least ${newest}`,
        isDerived: false,
      });
  });
}

/** @param missing keys that devices are told of anew */
export const repairChangeLog = (store: Store, missing: readonly Difference[]) =>
  store.write(async (tx) => {
    // `field` is one of the kinds above: it was made there.
    for (const { id, field } of missing) tx.changed(field as ChangeKind, id);
  });
