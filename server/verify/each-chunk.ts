import type { Sql, Store } from '../store/store.ts';

/** Read at once: small enough that a queue that serves meanwhile does not notice. */
export const CHUNK = 500;

/**
 * Calls `look` with the rows of a table in chunks by ascending id, each in one snapshot.
 * @param select ends before the condition on the id, for example `SELECT id FROM clip WHERE body IS NOT NULL`
 */
export async function eachChunk<R extends { id: string }>(
  store: Store,
  select: string,
  look: (sql: Sql, rows: R[]) => Promise<void>,
): Promise<void> {
  const text = `${select} AND id > $1 ORDER BY id LIMIT ${CHUNK}`;
  for (let last = ''; ; ) {
    const end = await store.read(async (sql) => {
      const rows = await sql.all<R>(text, last);
      await look(sql, rows);
      return rows.at(-1)?.id;
    });
    if (end === undefined) return;
    last = end;
  }
}
