import { describe, expect, onTestFinished, test } from 'vitest';
import type { ChangedKeys } from '../../../server/store/change-log.ts';
import { createGroupCommit } from '../../../server/store/group-commit.ts';
import { createLane } from '../../../server/store/lane.ts';
import { openStore } from '../../../server/store/open.ts';
import { openPostgresStore } from '../../../server/store/postgres.ts';
import { openConnections } from '../../../server/store/postgres-driver.ts';
import { type Store, StoreUnavailable, type Tx, UnfitDatabase } from '../../../server/store/store.ts';
import { startCluster } from '../cluster/cluster.ts';
import { order } from '../cluster/database.ts';
import { describeStoreContract } from '../store-contract.ts';
import { newDatabase, openTestStore } from '../test-store.ts';

describeStoreContract('PostgreSQL', openTestStore);

/** Stores of several servers on one database. */
async function openServers(count: number, url?: string): Promise<Store[]> {
  const database = url ?? (await newDatabase());
  const stores = await Promise.all(Array.from({ length: count }, () => openPostgresStore(database)));
  onTestFinished(async () => {
    await Promise.all(stores.map((store) => store.close()));
  });
  return stores;
}

const databaseOf = (url: string): string => new URL(url).pathname.slice(1);

describe('[CL5] sixteen writers, each on a connection of its own, and a reader who follows the log', () => {
  const WRITERS = 16;
  const ROUNDS = 12;

  /** How many of the rows that were written the reader never saw. */
  async function missed(
    write: (writer: number, id: string) => Promise<unknown>,
    newer: (cursor: number) => Promise<{ id: string; seq: number }[]>,
  ): Promise<number> {
    const seen = new Set<string>();
    let cursor = 0;
    let writing = true;
    const follow = async () => {
      for (const { id, seq } of await newer(cursor)) {
        seen.add(id);
        cursor = Math.max(cursor, seq);
      }
    };
    const reading = (async () => {
      while (writing) await follow();
    })();
    await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let round = 0; round < ROUNDS; round += 1) await write(writer, `${writer}-${round}`);
      }),
    );
    writing = false;
    await reading;
    await follow();
    return WRITERS * ROUNDS - seen.size;
  }

  const NEWER = 'SELECT id, seq FROM change_log WHERE seq > $1 ORDER BY seq';

  test('nobody is missed by the counter', async () => {
    const stores = await openServers(WRITERS + 1);
    const [reader, ...writers] = stores;
    const lost = await missed(
      async (writer, id) => writers[writer]?.write(async (tx: Tx) => tx.changed('topic', id)),
      async (cursor) => (await reader?.read((sql) => sql.all<{ id: string; seq: number }>(NEWER, cursor))) ?? [],
    );
    expect(lost).toBe(0);
  });

  test('nobody is missed by the counter alone, if servers did not write one after the other', async () => {
    const url = await newDatabase();
    const connections = openConnections(url, { most: WRITERS + 1 });
    onTestFinished(() => connections.end());
    const reader = await connections.take();
    const groups = await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        const connection = await connections.take();
        const transactions = {
          begin: async () => {
            await connection.script('BEGIN');
            return connection.sql;
          },
          commit: () => connection.commit(),
          rollback: () => connection.script('ROLLBACK'),
          isRemote: true,
        };
        const follow = async (_sql: unknown, changed: ChangedKeys) => {
          // Some are slower than others, which is how one overtakes another.
          if (changed.size > 0) await connection.sql.all('SELECT pg_sleep(random() / 100)');
        };
        return { write: createGroupCommit(transactions, createLane(), follow).write, connection };
      }),
    );
    const lost = await missed(
      async (writer, id) => groups[writer]?.write(async (tx: Tx) => tx.changed('topic', id)),
      (cursor) => reader.sql.all<{ id: string; seq: number }>(NEWER, cursor),
    );
    for (const { connection } of groups) connection.release(false);
    reader.release(false);
    expect(lost).toBe(0);
  });

  test('the same test finds out numbers that are taken before the commit', async () => {
    const url = await newDatabase();
    await order(url, 'CREATE TABLE naive (seq BIGINT GENERATED ALWAYS AS IDENTITY, id TEXT NOT NULL)');
    const connections = openConnections(url, { most: WRITERS + 1 });
    onTestFinished(() => connections.end());
    const held = await Promise.all(Array.from({ length: WRITERS + 1 }, () => connections.take()));
    const reader = held[WRITERS];
    const lost = await missed(
      async (writer, id) => {
        await held[writer]?.script('BEGIN');
        await held[writer]?.sql.run('INSERT INTO naive (id) VALUES ($1)', id);
        await held[writer]?.sql.all('SELECT pg_sleep(random() / 100)');
        await held[writer]?.script('COMMIT');
      },
      async (cursor) =>
        (await reader?.sql.all<{ id: string; seq: number }>(
          'SELECT id, seq FROM naive WHERE seq > $1 ORDER BY seq',
          cursor,
        )) ?? [],
    );
    for (const connection of held) connection.release(false);
    expect(lost).toBeGreaterThan(0);
  });
});

describe('several servers', () => {
  test('what one reads before it writes stays true until it committed', async () => {
    const stores = await openServers(4);
    await stores[0]?.write((tx) =>
      tx.run(`INSERT INTO person (id, name, roles, source, active) VALUES ('p', '0', '[]', 'strategy', 1)`),
    );
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        stores[index % 4]?.write(async (tx) => {
          const [row] = await tx.all<{ name: string }>(`SELECT name FROM person WHERE id = 'p'`);
          await tx.run(`UPDATE person SET name = $1 WHERE id = 'p'`, String(Number(row?.name) + 1));
        }),
      ),
    );
    expect(await stores[0]?.read((sql) => sql.all('SELECT name FROM person'))).toEqual([{ name: '40' }]);
  });

  test('one hears of another one’s commits', async () => {
    const [one, two] = await openServers(2);
    const heard: number[] = [];
    two?.onCommit((seq) => heard.push(seq));
    // Whoever just opened may not listen yet: poking is only to be quick.
    await expect
      .poll(async () => {
        await one?.write(async (tx) => tx.changed('topic', 'a'));
        return heard.length;
      })
      .toBeGreaterThan(0);
  });

  test('one has the turn for the clocks; the next has it once that one is closed', async () => {
    const url = await newDatabase();
    const one = await openPostgresStore(url);
    const [two] = await openServers(1, url);
    expect([await one.hasTurn('clocks'), await two?.hasTurn('clocks'), await one.hasTurn('clocks')]).toEqual([
      true,
      false,
      true,
    ]);
    await one.close();
    expect(await two?.hasTurn('clocks')).toBe(true);
  });

  test('one that stops in the middle of writing does not keep the others waiting for ever', async () => {
    const [stuck, other] = await openServers(2);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let outcome: Promise<unknown> | undefined;
    await new Promise<void>((begun) => {
      const holding = stuck?.write(async (tx) => {
        begun();
        await held;
        await tx.all('SELECT 1');
      });
      outcome = expect(holding).rejects.toBeInstanceOf(StoreUnavailable);
    });
    await expect(other?.write(async (tx) => tx.changed('topic', 'a'))).resolves.toMatchObject({ seq: 1 });
    letGo();
    await outcome;
    await expect(stuck?.write(async (tx) => tx.changed('topic', 'b'))).resolves.toMatchObject({ seq: 2 });
  });
});

describe('PostgreSQL', () => {
  test('a database that was restarted is used again, and is unavailable meanwhile, not broken', async () => {
    const cluster = await startCluster();
    onTestFinished(() => cluster.remove());
    const store = await openPostgresStore(cluster.url());
    onTestFinished(() => store.close());
    await store.write(async (tx) => tx.changed('topic', 'a'));
    await cluster.stop('SIGQUIT');
    await expect(store.write(async (tx) => tx.changed('topic', 'b'))).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.read((sql) => sql.all('SELECT 1'))).rejects.toBeInstanceOf(StoreUnavailable);
    await cluster.start();
    await expect(store.write(async (tx) => tx.changed('topic', 'c'))).resolves.toMatchObject({ seq: 2 });
    expect(await store.read((sql) => sql.all('SELECT id FROM change_log ORDER BY seq'))).toEqual([
      { id: 'a' },
      { id: 'c' },
    ]);
  });

  test('a connection that is cut fails what runs on it and nothing after it', async () => {
    const url = await newDatabase();
    const [store] = await openServers(1, url);
    const cut = () =>
      order(
        url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = '${databaseOf(url)}' AND pid <> pg_backend_pid()`,
      );
    await expect(
      store?.write(async (tx) => {
        await cut();
        await tx.all('SELECT 1');
      }),
    ).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store?.write(async (tx) => tx.changed('topic', 'a'))).resolves.toMatchObject({ seq: 1 });
    // One that is cut while nobody uses it is not noticed at all.
    await cut();
    await expect(store?.read((sql) => sql.all('SELECT id FROM change_log'))).resolves.toEqual([{ id: 'a' }]);
  });

  test('a database that only reads, such as a standby, is unavailable', async () => {
    const url = await newDatabase();
    const [store] = await openServers(1, url);
    await order(
      url,
      `ALTER DATABASE ${databaseOf(url)} SET default_transaction_read_only = on`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = '${databaseOf(url)}' AND pid <> pg_backend_pid()`,
    );
    await expect(store?.write(async (tx) => tx.changed('topic', 'a'))).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test('[CL4] a database that answers before a commit is on the disk is refused', async () => {
    const url = await newDatabase();
    await order(url, `ALTER DATABASE ${databaseOf(url)} SET synchronous_commit = off`);
    await expect(openPostgresStore(url)).rejects.toBeInstanceOf(UnfitDatabase);
  });

  test('a database that is not there is unavailable from the beginning', async () => {
    await expect(openPostgresStore('postgres://clipdesk@127.0.0.1:1/queue')).rejects.toBeInstanceOf(StoreUnavailable);
  });

  test('a newer program that changes a table under an older one disturbs it for one request at most', async () => {
    const url = await newDatabase();
    const [store] = await openServers(1, url);
    const look = () => store?.read((sql) => sql.all('SELECT * FROM publication'));
    await look();
    await order(url, 'ALTER TABLE publication ADD COLUMN later TEXT');
    await expect(look()).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(look()).resolves.toEqual([]);
  });
});

test('statements go on being prepared behind a group that failed with new ones on their way', async () => {
  const [store] = await openServers(1, await newDatabase());
  const isPrepared = async (mark: string) => {
    const done = await store?.write(async (tx) => {
      await tx.all(`SELECT 1 AS one /* ${mark} */`);
      return tx.all<{ statement: string }>('SELECT statement FROM pg_prepared_statements');
    });
    return done?.result.some(({ statement }) => statement.includes(mark));
  };
  expect(await isPrepared('before')).toBe(true);
  const update = 'UPDATE similar_count SET topics = 1 WHERE trait = $1 AND topics = 17';
  const failing = store?.write(async (tx) => {
    await tx.run('INSERT INTO similar_count (trait, topics) VALUES ($1, NULL)', 'x');
    await tx.run(update, 'x');
    await tx.run(update, 'y');
  });
  await expect(failing).rejects.toThrow();
  expect(await isPrepared('after')).toBe(true);
});

test('a read that waits for another database may ask nothing for as long as that takes; a server’s may not', async () => {
  const url = await newDatabase();
  for (const [isPatient, limit] of [
    [true, '0'],
    [false, '1min'],
  ] as const) {
    const store = await openStore(url, 0, { isPatient });
    const settings = await store.read((sql) => sql.all('SHOW idle_in_transaction_session_timeout'));
    expect(settings).toEqual([{ idle_in_transaction_session_timeout: limit }]);
    await store.close();
  }
});
