import { expect, test } from 'vitest';
import { createGroupCommit } from '../../../server/store/group-commit.ts';
import { createLane } from '../../../server/store/lane.ts';
import type { Sql } from '../../../server/store/store.ts';

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
  };
  const group = createGroupCommit(transactions, createLane(), async (_sql, changed) =>
    follow([...changed.values()].map(({ id }) => id)),
  );
  const write = (id: string) => group.write(async (tx) => tx.changed('topic', id));
  return { texts, write };
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
