import { expect, test } from 'vitest';
import type { Sql } from '../../../server/store/store.ts';
import { writeBehind } from '../../../server/store/write-behind.ts';

/** An engine that takes statements in their order and, after one that failed, none until the savepoint is undone. */
function openEngine() {
  const taken: string[] = [];
  let isBroken = false;
  let line: Promise<unknown> = Promise.resolve();
  const take = (text: string): Promise<void> => {
    const end = line.then(() => {
      if (text.startsWith('ROLLBACK TO')) isBroken = false;
      if (isBroken) throw new Error('aborted');
      taken.push(text);
      if (text !== 'bad') return;
      isBroken = true;
      throw new Error('refused');
    });
    line = end.catch(() => undefined);
    return end;
  };
  const sql: Sql = {
    run: take,
    async all<R>(text: string) {
      await take(text);
      return [] as R[];
    },
  };
  return { taken, sql };
}

test('a statement that answers nothing is not waited for; whoever reads waits for all before it', async () => {
  const { taken, sql } = openEngine();
  const behind = writeBehind(sql);
  await behind.run('one');
  await behind.run('two');
  expect(taken.length).toBeLessThan(2);
  await behind.all('read');
  expect(taken).toEqual(['one', 'two', 'read']);
});

test('the first that failed is told to whoever reads next, and not what failed because of it', async () => {
  const { sql } = openEngine();
  const behind = writeBehind(sql);
  await behind.run('bad');
  await behind.run('after');
  await expect(behind.all('read')).rejects.toThrow('refused');
});

test('a savepoint is not released with one that failed, and is good again once it is undone', async () => {
  const { taken, sql } = openEngine();
  const behind = writeBehind(sql);
  await behind.run('bad');
  await expect(behind.run('RELEASE SAVEPOINT job')).rejects.toThrow('refused');
  await behind.run('ROLLBACK TO SAVEPOINT job');
  await behind.run('good');
  await behind.settle();
  expect(taken).toEqual(['bad', 'ROLLBACK TO SAVEPOINT job', 'good']);
});
