/** Puts a backup in the place of a queue's database. */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { applyErasures } from './privacy/erasures.ts';
import { beginEpoch } from './rows/queue.ts';
import { checkSqliteFile, openSqliteStore, releaseSqliteFile } from './store/sqlite.ts';

/**
 * Restores `backup` to `database` under a new epoch [CL7], so that clients notice and send again what
 * the backup does not know. Works on a copy and swaps it in at the end: if anything fails, the queue
 * stands as it was. The database that was there is kept beside it.
 * @returns where the former database is kept, or null if there was none.
 * @throws StoreUnavailable if a queue is running on `database`; an error of SQLite if `backup` is damaged.
 */
export async function restoreQueue(
  backup: string,
  database: string,
  now: number,
  erasures = `${database}.erasures`,
): Promise<string | null> {
  checkSqliteFile(backup);
  mkdirSync(dirname(database), { recursive: true });
  const former = existsSync(database) ? `${database}.before-restore-${now}` : null;
  if (former !== null) releaseSqliteFile(database);
  const copy = `${database}.restoring`;
  rmSync(copy, { force: true });
  copyFileSync(backup, copy);
  const store = await openSqliteStore(copy, now);
  await store.write((tx) => beginEpoch(tx));
  // Whoever was erased since the backup stays erased. Whom its strategy still names, the start of the queue says.
  await applyErasures(store, erasures, () => undefined);
  await store.close();
  releaseSqliteFile(copy);
  if (former !== null) renameSync(database, former);
  // A log that lost its database must not be taken for the log of this one.
  for (const rest of ['-wal', '-shm']) rmSync(database + rest, { force: true });
  renameSync(copy, database);
  return former;
}
