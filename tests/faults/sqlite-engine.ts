/** SQLite: one file for each round, copied from one that was made once. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { restoreQueue } from '../../server/restore.ts';
import { backupSqlite, openSqliteStore } from '../../server/store/sqlite.ts';
import { applyStrategy } from '../../server/strategy/apply.ts';
import { readStrategy } from '../../server/strategy/read.ts';
import { STRATEGY } from '../server/queue.ts';
import { scratchFolder } from '../server/scratch.ts';
import type { Engine, RoundDatabase } from './engine.ts';

export async function openSqliteEngine(): Promise<Engine> {
  const folder = mkdtempSync(join(scratchFolder(), 'clipdesk-faults-'));
  const pattern = join(folder, 'pattern.sqlite');
  const store = await openSqliteStore(pattern);
  await applyStrategy(store, readStrategy(STRATEGY));
  await store.close();
  let rounds = 0;
  return {
    name: 'sqlite',
    servers: 1,
    playsMany: true,
    clipOrder: 'rowid',
    async openRound() {
      rounds += 1;
      const own = mkdtempSync(join(folder, `round-${rounds}-`));
      const file = join(own, 'queue.sqlite');
      copyFileSync(pattern, file);
      return openFile(own, file);
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function openFile(folder: string, file: string): RoundDatabase {
  const backup = join(folder, 'backup.sqlite');
  return {
    env: { CLIPDESK_DATABASE: file },
    async use(run) {
      const store = await openSqliteStore(file);
      try {
        return await run(store);
      } finally {
        await store.close();
      }
    },
    async backUp() {
      rmSync(backup, { force: true });
      backupSqlite(file, backup);
    },
    async restore() {
      await restoreQueue(backup, file, Date.now(), `${file}.erasures`);
    },
    async remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
