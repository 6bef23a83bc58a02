import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { backupSqlite, openSqliteStore, releaseSqliteFile } from '../../../server/store/sqlite.ts';
import { StoreUnavailable } from '../../../server/store/store.ts';
import { describeStoreContract } from '../store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'clipdesk-store-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, String(files), 'queue.sqlite');
};

describeStoreContract('SQLite in a file', () => openSqliteStore(newFile()));
describeStoreContract('SQLite in memory', () => openSqliteStore(':memory:'));

const queueId = 'SELECT id, epoch FROM queue';

describe('SQLite', () => {
  test('[CL4] the writing connection waits for the disk at each commit', async () => {
    const store = await openSqliteStore(newFile());
    const { result } = await store.write(async (tx) => ({
      journal: await tx.all('PRAGMA journal_mode'),
      synchronous: await tx.all('PRAGMA synchronous'),
      foreignKeys: await tx.all('PRAGMA foreign_keys'),
    }));
    await store.close();
    // 2 is FULL.
    expect(result).toEqual({
      journal: [{ journal_mode: 'wal' }],
      synchronous: [{ synchronous: 2 }],
      foreignKeys: [{ foreign_keys: 1 }],
    });
  });

  test('a database is opened again as it was left', async () => {
    const file = newFile();
    const first = await openSqliteStore(file);
    const before = await first.read((sql) => sql.all(queueId));
    await first.close();
    const again = await openSqliteStore(file);
    expect(await again.read((sql) => sql.all(queueId))).toEqual(before);
    await again.close();
  });

  test('a second process writes and both see it', async () => {
    const file = newFile();
    const [one, two] = [await openSqliteStore(file), await openSqliteStore(file)];
    await one.write(async (tx) => tx.changed('goal', 'a'));
    const { seq } = await two.write(async (tx) => tx.changed('goal', 'b'));
    expect(seq).toBe(2);
    await one.close();
    await two.close();
  });

  test('a database that another process keeps locked is unavailable, not broken', async () => {
    const file = newFile();
    const [holder, other] = [await openSqliteStore(file), await openSqliteStore(file)];
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const holding = holder.write(() => held);
    await expect(other.write(async (tx) => tx.changed('goal', 'a'))).rejects.toBeInstanceOf(StoreUnavailable);
    letGo();
    await holding;
    await expect(other.write(async (tx) => tx.changed('goal', 'a'))).resolves.toMatchObject({ seq: 1 });
    await holder.close();
    await other.close();
  });

  test('a full disk makes the database unavailable to those who share the commit, and keeps nothing of them', async () => {
    const store = await openSqliteStore(newFile());
    const limitTo = (pages: number) => store.write((tx) => tx.run(`PRAGMA max_page_count = ${pages}`));
    const fill = (id: string, length: number) =>
      store.write((tx) =>
        tx.run('INSERT INTO strategy (kind, id, body) VALUES ($1, $2, $3)', 'goal', id, 'x'.repeat(length)),
      );
    const held = () => store.read((sql) => sql.all('SELECT id FROM strategy'));
    await limitTo(1); // SQLite takes as many as there are.
    const [small, large] = await Promise.allSettled([fill('small', 10), fill('large', 1_000_000)]);
    expect(large).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    expect(small).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    expect(await held()).toEqual([]);
    await limitTo(1_000_000);
    await Promise.all([fill('small', 10), fill('large', 1_000_000)]);
    expect(await held()).toHaveLength(2);
    await store.close();
  });

  test('a backup is taken while the queue runs, and never over another file', async () => {
    const file = newFile();
    const store = await openSqliteStore(file);
    await store.write(async (tx) => tx.changed('goal', 'a'));
    backupSqlite(file, `${file}.backup`);
    expect(() => backupSqlite(file, `${file}.backup`)).toThrow(/exists/);
    const copy = await openSqliteStore(`${file}.backup`);
    expect(await copy.read((sql) => sql.all('SELECT id FROM change_log'))).toEqual([{ id: 'a' }]);
    await copy.close();
    expect(() => releaseSqliteFile(file)).toThrow(StoreUnavailable);
    await store.close();
    expect(() => releaseSqliteFile(file)).not.toThrow();
  });
});
