import { existsSync, statSync } from 'node:fs';
import type { Parts } from '../parts.ts';
import { isPostgres } from '../store/address.ts';
import { currentSeq } from '../store/change-log.ts';
import type { Sql } from '../store/store.ts';
import type { Looked } from './metrics.ts';

/** What is only known by looking: asked for every few seconds by one reader, so it costs single look-ups and no counting. */
export async function look({ store, config, clock, pokes }: Pick<Parts, 'store' | 'config' | 'clock' | 'pokes'>) {
  const now = clock();
  return store.read(
    async (sql): Promise<Looked> => ({
      changeLogPosition: await currentSeq(sql),
      clockLag: await clockLag(sql, now),
      databaseBytes: await databaseBytes(sql, config.database),
      streams: pokes.count(),
    }),
  );
}

async function clockLag(sql: Sql, now: number): Promise<number> {
  const [oldest] = await sql.all<{ wake_at: number | null }>('SELECT min(wake_at) AS wake_at FROM topic');
  return Math.max(0, now - (oldest?.wake_at ?? now));
}

/** Of a file with its write-ahead log; a server says it of itself. */
async function databaseBytes(sql: Sql, database: string): Promise<number> {
  if (isPostgres(database)) {
    const [row] = await sql.all<{ bytes: number }>('SELECT pg_database_size(current_database()) AS bytes');
    return Number(row?.bytes ?? 0);
  }
  const files = [database, `${database}-wal`].filter((file) => existsSync(file));
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}
