/** What every store has to do, whatever the engine. Each engine's test calls this once. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentSeq } from '../../server/store/change-log.ts';
import { allInChunks, CHUNK_PLACEHOLDERS, rowWriter } from '../../server/store/chunks.ts';
import { askEach } from '../../server/store/sharing.ts';
import type { Sql, Store, Tx } from '../../server/store/store.ts';
import { inOrderOfReference } from '../../server/store/tables.ts';

const addPerson = (tx: Tx, id: string) =>
  tx.run(`INSERT INTO person (id, name, roles, source, active) VALUES ($1, $1, '[]', 'strategy', 1)`, id);

const people = async (sql: Sql) =>
  (await sql.all<{ id: string }>('SELECT id FROM person ORDER BY id')).map(({ id }) => id);

const log = (sql: Sql) =>
  sql.all<{ kind: string; id: string; seq: number }>('SELECT kind, id, seq FROM change_log ORDER BY seq');

/** @param open a new, empty store. */
export function describeStoreContract(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    test('what was written is read, under every type that the queue keeps', async () => {
      const bytes = new Uint8Array([0, 1, 255]);
      await store.write((tx) => addPerson(tx, 'größe 👍'));
      await store.write(async (tx) => {
        await tx.run(
          `INSERT INTO clip (id, topic_id, submitter_id, body, received_at) VALUES ('c', 't', $1, NULL, $2)`,
          'größe 👍',
          8_640_000_000_000_000,
        );
        await tx.run(`INSERT INTO picture (clip_id, hash, type, bytes) VALUES ('c', 'h', 't', $1)`, bytes);
      });
      const [row] = await store.read((sql) =>
        sql.all<{ submitter_id: string; body: null; received_at: number; bytes: Uint8Array }>(
          'SELECT submitter_id, body, received_at, bytes FROM clip JOIN picture ON clip_id = clip.id',
        ),
      );
      expect({ ...row, bytes: Uint8Array.from(row?.bytes ?? []) }).toEqual({
        submitter_id: 'größe 👍',
        body: null,
        received_at: 8_640_000_000_000_000,
        bytes,
      });
    });

    test('a reference to nothing is refused', async () => {
      await expect(
        store.write((tx) => tx.run(`INSERT INTO client (id, person_id, last_number) VALUES ('c', 'nobody', 0)`)),
      ).rejects.toThrow();
    });

    test('[CL4] concurrent writers are all told, each with its own result', async () => {
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          store.write(async (tx) => {
            await addPerson(tx, `p${index}`);
            return index;
          }),
        ),
      );
      expect(results.map(({ result }) => result)).toEqual(Array.from({ length: 50 }, (_, index) => index));
      expect(await store.read(people)).toHaveLength(50);
    });

    test('[CL4] a failing job does not spoil its neighbours and leaves nothing behind', async () => {
      const [before, failing, after] = await Promise.allSettled([
        store.write((tx) => addPerson(tx, 'before')),
        store.write(async (tx) => {
          await addPerson(tx, 'half');
          tx.changed('person', 'half');
          throw new Error('changed its mind');
        }),
        store.write((tx) => addPerson(tx, 'after')),
      ]);
      expect([before.status, failing.status, after.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await store.read(people)).toEqual(['after', 'before']);
      expect(await store.read(log)).toEqual([]);
    });

    test('[CL4] of jobs that may run together the same is true: each sees those before it that touch the same, and fails alone', async () => {
      const names = ['a', 'b', 'c', 'd'];
      const steps = Array.from({ length: 60 }, (_, index) => ({ index, id: names[(index * 7) % 4] ?? 'a' }));
      await store.write(async (tx) => {
        for (const id of names) await addPerson(tx, id);
      });
      const ends = await Promise.allSettled(
        steps.map(({ index, id }) =>
          store.write(
            async (tx) => {
              const [row] = await tx.all<{ name: string }>('SELECT name FROM person WHERE id = $1', id);
              if (index % 13 === 5) throw new Error('before it wrote');
              if (index % 11 === 3) await tx.alone();
              await tx.run('UPDATE person SET name = $2 WHERE id = $1', id, `${row?.name} ${index}`);
              await tx.run('INSERT INTO similar_count (trait, topics) VALUES ($1, $2)', `${index}`, index);
              tx.changed('person', id);
              if (index % 17 === 4) throw new Error('after it wrote');
              if (index % 19 === 6) await tx.run('INSERT INTO nowhere (id) VALUES ($1)', id);
            },
            { touches: [id], keepsStrategy: true, follow: 'later' },
          ),
        ),
      );
      const isGood = ({ index }: { index: number }) => index % 13 !== 5 && index % 17 !== 4 && index % 19 !== 6;
      expect(ends.map(({ status }) => status === 'fulfilled')).toEqual(steps.map(isGood));
      const good = steps.filter(isGood);
      const [told, counted] = await store.read((sql) =>
        Promise.all([
          sql.all<{ id: string; name: string }>('SELECT id, name FROM person ORDER BY id'),
          sql.all<{ topics: number }>('SELECT topics FROM similar_count ORDER BY topics'),
        ]),
      );
      expect(counted.map(({ topics }) => topics)).toEqual(good.map(({ index }) => index));
      expect(told).toEqual(
        names.map((id) => ({
          id,
          name: [id, ...good.filter((step) => step.id === id).map(({ index }) => index)].join(' '),
        })),
      );
    });

    test('a statement that the engine refuses fails its job alone', async () => {
      const [good, bad] = await Promise.allSettled([
        store.write((tx) => addPerson(tx, 'good')),
        store.write((tx) => tx.run('INSERT INTO nowhere VALUES (1)')),
      ]);
      expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected']);
      expect(await store.read(people)).toEqual(['good']);
    });

    test('jobs never interleave, however long they wait for their own statements', async () => {
      const seen: string[] = [];
      await Promise.all(
        ['a', 'b', 'c'].map((name) =>
          store.write(async (tx) => {
            for (let step = 0; step < 5; step += 1) {
              seen.push(name);
              await tx.all('SELECT 1');
            }
          }),
        ),
      );
      expect(seen.join('')).toBe('aaaaabbbbbccccc');
    });

    test('a reader sees all of a commit or nothing of it', async () => {
      const writing = store.write(async (tx) => {
        await addPerson(tx, 'one');
        await addPerson(tx, 'two');
      });
      const during = await Promise.all(Array.from({ length: 5 }, () => store.read(people)));
      await writing;
      for (const seen of during) expect([0, 2]).toContain(seen.length);
    });

    test('a read that fails does not disturb the next', async () => {
      await expect(store.read((sql) => sql.all('SELECT nothing FROM nowhere'))).rejects.toThrow();
      expect(await store.read(people)).toEqual([]);
    });

    test('[CL5] positions are taken once for each key and never twice', async () => {
      const committed = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          store.write(async (tx) => {
            tx.changed('topic', `t${index}`);
            tx.changed('topic', `t${index}`);
            tx.changed('clip', `t${index}`);
          }),
        ),
      );
      const entries = await store.read(log);
      expect(entries).toHaveLength(40);
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      for (const [index, { seq }] of committed.entries()) {
        const own = entries.filter(({ id }) => id === `t${index}`);
        expect(Math.max(...own.map((entry) => entry.seq))).toBeLessThanOrEqual(seq);
      }
    });

    test('[CL5] a reader who follows the log while many write misses no key', async () => {
      const seen = new Set<string>();
      let cursor = 0;
      const follow = async () => {
        const rows = await store.read((sql) =>
          sql.all<{ id: string; seq: number }>('SELECT id, seq FROM change_log WHERE seq > $1 ORDER BY seq', cursor),
        );
        for (const { id, seq } of rows) {
          seen.add(id);
          cursor = seq;
        }
      };
      const writers = Array.from({ length: 16 }, async (_, writer) => {
        for (let round = 0; round < 10; round += 1) {
          await store.write(async (tx) => tx.changed('topic', `${writer}-${round}`));
          await follow();
        }
      });
      await Promise.all(writers);
      await follow();
      expect(seen.size).toBe(160);
    });

    test('[CL6] a key that changes again moves to its newest position and stands there once', async () => {
      await store.write(async (tx) => tx.changed('topic', 'a'));
      await store.write(async (tx) => tx.changed('topic', 'b'));
      const { seq } = await store.write(async (tx) => tx.changed('topic', 'a'));
      expect(await store.read(log)).toEqual([
        { kind: 'topic', id: 'b', seq: 2 },
        { kind: 'topic', id: 'a', seq: 3 },
      ]);
      expect(seq).toBe(3);
      expect(await store.read(currentSeq)).toBe(3);
    });

    test('listeners hear of commits that changed something, after they can be read', async () => {
      const heard: Promise<{ seq: number; isReadable: boolean }>[] = [];
      const stop = store.onCommit((seq) => {
        heard.push(store.read(currentSeq).then((readable) => ({ seq, isReadable: readable >= seq })));
      });
      await store.write((tx) => addPerson(tx, 'silent'));
      await store.write(async (tx) => tx.changed('person', 'silent'));
      stop();
      await store.write(async (tx) => tx.changed('person', 'silent'));
      expect(await Promise.all(heard)).toEqual([{ seq: 1, isReadable: true }]);
    });

    test('many keys are looked up by one text, in chunks', async () => {
      const ids = Array.from({ length: 250 }, (_, index) => `p${String(index).padStart(3, '0')}`);
      await store.write(async (tx) => {
        for (const id of ids) await addPerson(tx, id);
      });
      const text = `SELECT id FROM person WHERE id IN (${CHUNK_PLACEHOLDERS}) AND id <> $101 ORDER BY id`;
      const rows = await store.read((sql) => allInChunks<{ id: string }>(sql, text, ids, 'p007'));
      expect(rows.map(({ id }) => id)).toEqual(ids.filter((id) => id !== 'p007'));
      expect(await store.read((sql) => allInChunks(sql, text, [], 'p007'))).toEqual([]);
    });

    test('rows are written many at a time, each once, however many there are', async () => {
      const write = rowWriter('INSERT INTO similar_count (trait, topics) VALUES', '($1, $2)');
      const rows = Array.from(
        { length: 48 },
        (_, index) => [`t${String(index).padStart(2, '0')}`, index] as [string, number],
      );
      await store.write(async (tx) => {
        await write(tx, rows);
        await write(tx, []);
      });
      const read = (sql: Sql) =>
        sql.all<{ trait: string; topics: number }>('SELECT trait, topics FROM similar_count ORDER BY trait');
      expect((await store.read(read)).map(({ trait, topics }) => [trait, topics])).toEqual(rows);
    });

    test('the same question for many keys has an answer for each, in their order', async () => {
      const ids = Array.from({ length: 47 }, (_, index) => `p${(index * 7) % 47}`);
      await store.write(async (tx) => {
        for (const id of ids) await addPerson(tx, id);
      });
      const keys = ['nobody', ...ids, 'nobody', ids[3] ?? ''];
      const ask = (sql: Sql) =>
        askEach<{ id: string; name: string }>(
          sql,
          'SELECT id, name FROM person WHERE id = $1',
          keys.map((key) => [key]),
        );
      const expected = keys.map((id) => (id === 'nobody' ? [] : [{ id, name: id }]));
      const { result } = await store.write(ask);
      expect([result.map((found) => found.map((row) => ({ ...row }))), await store.read(ask)]).toEqual([
        expected,
        expected,
      ]);
      expect(await store.read((sql) => askEach(sql, 'SELECT id FROM person WHERE id = $1', []))).toEqual([]);
    });

    test('[CL4] of many rows of which one is refused none is there, and the neighbours are', async () => {
      const write = rowWriter('INSERT INTO similar_count (trait, topics) VALUES', '($1, $2)');
      const add = (traits: readonly string[]) =>
        store.write(
          (tx) =>
            write(
              tx,
              traits.map((trait, at) => [trait, at]),
            ),
          { touches: [...traits], keepsStrategy: true, follow: 'later' },
        );
      const ends = await Promise.allSettled([add(['a', 'b']), add(['c', 'd', 'e', 'f', 'g', 'c', 'h']), add(['i'])]);
      expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      const found = await store.read((sql) => sql.all<{ trait: string }>('SELECT trait FROM similar_count ORDER BY 1'));
      expect(found.map(({ trait }) => trait)).toEqual(['a', 'b', 'i']);
    });

    test('values are bound by their numbers, in whatever order and however often they come, and behind LIMIT', async () => {
      await store.write(async (tx) => {
        for (const id of ['a', 'b', 'c']) await addPerson(tx, id);
        await tx.run('UPDATE person SET roles = $3, name = $2 WHERE id = $1', 'b', 'Bea', '["editor"]');
      });
      const [row] = await store.read((sql) =>
        sql.all<{ name: string }>(
          'SELECT name, roles FROM person WHERE id = $2 AND $1 = $1 AND id <> $1',
          ...['a', 'b'],
        ),
      );
      expect({ ...row }).toEqual({ name: 'Bea', roles: '["editor"]' });
      const some = (most: number) =>
        store.read((sql) => sql.all('SELECT id FROM person WHERE id > $1 ORDER BY id LIMIT $2', 'a', most));
      expect([(await some(1)).length, (await some(5)).length, (await some(0)).length]).toEqual([1, 2, 0]);
    });

    test('LIKE tells small letters from capital ones, and texts are in the order of their bytes', async () => {
      const ids = ['a', 'B', 'ä', 'Z', '_'];
      await store.write(async (tx) => {
        for (const id of ids) await addPerson(tx, id);
      });
      expect(await store.read(people)).toEqual([...ids].sort());
      expect(await store.read((sql) => sql.all(`SELECT id FROM person WHERE id LIKE 'b%'`))).toEqual([]);
    });

    test('every table is known with its columns, its key and what it refers to', async () => {
      const tables = await store.tables();
      expect(tables.find(({ name }) => name === 'outcome')).toEqual({
        name: 'outcome',
        columns: ['client_id', 'number', 'mutation_id', 'refusal_kind', 'refusal_path'],
        key: ['client_id', 'number'],
        refersTo: ['client'],
      });
      expect(tables.filter(({ key }) => key.length === 0)).toEqual([]);
      const order = inOrderOfReference(tables).map(({ name }) => name);
      expect(order.indexOf('client')).toBeLessThan(order.indexOf('outcome'));
      expect(order.indexOf('person')).toBeLessThan(order.indexOf('client'));
    });

    test('a server that is alone has the turn', async () => {
      expect([await store.hasTurn('clocks'), await store.hasTurn('clocks')]).toEqual([true, true]);
    });

    test('closing waits for what was begun and refuses what comes later', async () => {
      const own = await open();
      const begun = own.write((tx) => addPerson(tx, 'last'));
      await own.close();
      await expect(begun).resolves.toBeDefined();
      await expect(own.write((tx) => addPerson(tx, 'late'))).rejects.toMatchObject({ name: 'StoreUnavailable' });
    });
  });
}
