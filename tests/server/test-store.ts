/** Stores for tests, on the engine that the run is for: see the projects in `vitest.config.ts`. */
import { afterAll, afterEach, beforeEach, inject } from 'vitest';
import { openPostgresStore } from '../../server/store/postgres.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { createDatabase, dropDatabase, emptyDatabase } from './cluster/database.ts';

export const onPostgres = process.env.CLIPDESK_TEST_ENGINE === 'postgres';

/** Every database of this file, and those that nobody uses any more: making one takes longer than emptying one. */
const databases: string[] = [];
const free: string[] = [];
/** How each store that was opened is closed. */
const opened: (() => Promise<void>)[] = [];

/** A new, empty store. On PostgreSQL it is closed after the test, or the file, that it was opened for. */
export async function openTestStore(now?: number): Promise<Store> {
  if (!onPostgres) return openSqliteStore(':memory:', now);
  const url = (await emptied()) ?? (await newDatabase());
  const store = await openPostgresStore(url, now);
  let closing: Promise<void> | null = null;
  const close = () => (closing ??= store.close().then(() => void free.push(url)));
  opened.push(close);
  return { ...store, close };
}

/** A database that is not in use any more, as if it were new; null: there is none, or a test gave it another shape. */
async function emptied(): Promise<string | null> {
  const used = free.pop();
  if (used === undefined) return null;
  return emptyDatabase(used, inject('postgres').template).then(
    () => used,
    () => null,
  );
}

/** The address of a database of the newest shape, or of none yet, that is gone after the file. */
export async function newDatabase(shape: 'newest' | 'none' = 'newest'): Promise<string> {
  const { admin, template } = inject('postgres');
  const url = await createDatabase(admin, shape === 'newest' ? template : undefined);
  databases.push(url);
  return url;
}

if (onPostgres) {
  let before = 0;
  beforeEach(() => {
    before = opened.length;
  });
  const closeFrom = async (first: number) => {
    for (const close of opened.splice(first)) await close();
  };
  afterEach(() => closeFrom(before));
  afterAll(async () => {
    await closeFrom(0);
    const { admin, isOurs } = inject('postgres');
    if (!isOurs) for (const url of databases) await dropDatabase(admin, url);
  }, 300_000);
}
