/** Single questions without a transaction: one way there and back instead of three, and one for all who ask at the same time. */
import type { Connections } from './postgres-driver.ts';
import { createSharing } from './sharing.ts';
import { type Sql, StoreUnavailable } from './store.ts';

type Asked = { ask(sql: Sql): Promise<void>; fail(error: unknown): void };

export function createAsking(connections: Connections): <T>(fn: (sql: Sql) => Promise<T>) => Promise<T> {
  let waiting: Asked[] = [];

  async function askAll(): Promise<void> {
    const asked = waiting;
    waiting = [];
    const [only] = asked;
    if (asked.length === 1) return only === undefined ? undefined : askOne(only);
    try {
      await patiently(connections, async (sql) => {
        const { forJob } = createSharing(sql);
        const failures: unknown[] = [];
        const note = (error: unknown) => void failures.push(error);
        await Promise.all(asked.map(({ ask }) => ask(forJob()).catch(note)));
        if (failures.length > 0) throw failures.find((failure) => failure instanceof StoreUnavailable) ?? failures[0];
      });
    } catch (error) {
      // Of those who shared a statement one may be to blame.
      if (error instanceof StoreUnavailable) for (const { fail } of asked) fail(error);
      else await Promise.all(asked.map(askOne));
    }
  }

  const askOne = ({ ask, fail }: Asked): Promise<void> => patiently(connections, ask).catch(fail);

  return <T>(fn: (sql: Sql) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ ask: async (sql) => resolve(await fn(sql)), fail: reject });
      // After all that came in with this turn of the event loop.
      if (waiting.length === 1) setImmediate(() => void askAll());
    });
}

/** It was idle while the database restarted, and says so only now; reading twice does no harm. */
async function patiently(connections: Connections, fn: (sql: Sql) => Promise<void>): Promise<void> {
  for (let isSecond = false; ; isSecond = true) {
    const connection = await connections.take();
    try {
      await fn(connection.sql);
      connection.release(false);
      return;
    } catch (error) {
      connection.release(error instanceof StoreUnavailable);
      if (isSecond || !(error instanceof StoreUnavailable)) throw error;
    }
  }
}
