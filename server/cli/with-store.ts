import { readConfig } from '../config.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';

/** Runs one command on the configured database; a queue may be running on it meanwhile. */
export async function withStore<T>(run: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(readConfig(process.env).database);
  try {
    return await run(store);
  } finally {
    await store.close();
  }
}
