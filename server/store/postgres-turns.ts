/** Which of several servers does what only one has to do. By the database's clock, since servers' clocks differ. */
import type { Sql, Turn } from './store.ts';

/** So long the others wait for a server that was killed. */
const TURN_MS = 10_000;
const NOW = 'CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)';

type Turns = { has(name: Turn): Promise<boolean>; release(): Promise<void> };

/** @param transact runs something in a short transaction of its own. */
export function createTurns(transact: <T>(fn: (sql: Sql) => Promise<T>) => Promise<T>): Turns {
  const self = crypto.randomUUID();
  return {
    has: (name) =>
      transact(async (sql) => {
        const [turn] = await sql.all<{ holder: string; left: number }>(
          `SELECT holder, until - ${NOW} AS left FROM turn WHERE name = $1`,
          name,
        );
        const mine = turn?.holder === self;
        const left = turn?.left ?? 0;
        // Written anew only now and then: each time costs a flush of the disk.
        if (left > (mine ? TURN_MS / 2 : 0)) return mine;
        const taken = await sql.all(
          `UPDATE turn SET holder = $2, until = ${NOW} + ${TURN_MS}
           WHERE name = $1 AND (holder = $2 OR until <= ${NOW}) RETURNING name`,
          name,
          self,
        );
        return taken.length > 0;
      }),
    release: () => transact((sql) => sql.run(`UPDATE turn SET until = 0 WHERE holder = $1`, self)),
  };
}
