import { expect, test } from 'vitest';
import { createGroupCommit } from '../../../server/store/group-commit.ts';
import { createLane } from '../../../server/store/lane.ts';
import { type Sql, StoreUnavailable } from '../../../server/store/store.ts';

/** Says what was asked of it; there is no database behind it. */
function openGroup(follow: (ids: string[]) => void) {
  const texts: string[] = [];
  const sql: Sql = {
    async all<R>(text: string) {
      texts.push(text);
      return [{ seq: 1 }] as R[];
    },
    run: async (text) => void texts.push(text),
  };
  const transactions = {
    async begin() {
      texts.push('BEGIN');
      return sql;
    },
    commit: async () => void texts.push('COMMIT'),
    rollback: async () => void texts.push('ROLLBACK'),
    isRemote: false,
  };
  const group = createGroupCommit(transactions, createLane(), async (_sql, changed) =>
    follow([...changed.values()].map(({ id }) => id)),
  );
  const write = (id: string) => group.write(async (tx) => tx.changed('topic', id));
  return { texts, sql, write, group };
}

test('what is derived follows once for all that share a commit', async () => {
  const followed: string[][] = [];
  const { texts, write } = openGroup((ids) => followed.push(ids));
  await Promise.all(['a', 'b', 'c'].map(write));
  expect(followed).toEqual([['a', 'b', 'c']]);
  expect(texts.filter((text) => text === 'COMMIT')).toHaveLength(1);
});

test('[CL4] a job whose rows nothing can be derived from fails alone, and the others are committed', async () => {
  const { texts, write } = openGroup((ids) => {
    if (ids.includes('bad')) throw new Error('nothing follows');
  });
  const ends = await Promise.allSettled(['a', 'bad', 'c'].map(write));
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(texts.filter((text) => text === 'COMMIT')).toHaveLength(2);
  await expect(write('later')).resolves.toBeDefined();
});

test('[CL4] a group of which one fails after it wrote is undone and done again, each in a savepoint, and only that one fails', async () => {
  const { texts, group } = openGroup(() => {});
  const jobs = ['a', 'bad', 'c'].map((id) =>
    group.write(async (tx) => {
      await tx.run(id);
      if (id === 'bad') throw new Error('changed its mind');
    }),
  );
  const ends = await Promise.allSettled(jobs);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const [save, undo, release] = ['SAVEPOINT job', 'ROLLBACK TO SAVEPOINT job', 'RELEASE SAVEPOINT job'];
  expect(texts.filter((text) => !text.startsWith('SELECT'))).toEqual([
    ...['BEGIN', 'a', 'bad', 'ROLLBACK'],
    ...['BEGIN', save, 'a', release, save, 'bad', undo, release],
    // Nothing of it was undone.
    ...['c', 'COMMIT'],
  ]);
});

test('whoever came while a group ended in vain is for the next one', async () => {
  const { texts, sql, group } = openGroup(() => {});
  let later: Promise<unknown> | null = null;
  const first = group.write(async () => {
    // What the group itself asks at its end fails.
    const { all } = sql;
    sql.all = async () => {
      sql.all = all;
      later = group.write((tx) => tx.run('later'));
      throw new StoreUnavailable('gone');
    };
    throw new Error('no');
  });
  await expect(first).rejects.toThrow('no');
  await expect(later).resolves.toBeDefined();
  expect(texts).toContain('later');
});

test('[CL4] one that fails before it wrote undoes nothing', async () => {
  const { texts, group } = openGroup(() => {});
  const [reading, writing] = await Promise.allSettled([
    group.write(async (tx) => {
      await tx.all('SELECT 1');
      throw new Error('no');
    }),
    group.write((tx) => tx.run('a')),
  ]);
  expect([reading.status, writing.status]).toEqual(['rejected', 'fulfilled']);
  expect(texts).not.toContain('ROLLBACK');
  expect(texts).toContain('a');
});

test('what answers and writes counts as written', async () => {
  const { texts, group } = openGroup(() => {});
  const job = group.write(async (tx) => {
    await tx.all('DELETE FROM outcome RETURNING 1');
    throw new Error('no');
  });
  await expect(job).rejects.toThrow('no');
  expect(texts).toContain('ROLLBACK TO SAVEPOINT job');
});
