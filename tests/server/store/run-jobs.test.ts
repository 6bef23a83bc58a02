import { expect, test } from 'vitest';
import { runTogether, takeNext, Undone, type Waiting } from '../../../server/store/run-jobs.ts';
import { type Sql, StoreUnavailable, type Tx } from '../../../server/store/store.ts';

const job = (touches: string[] | null, run: (tx: Tx) => Promise<void> = async () => {}): Waiting => ({
  ...{ touches, run, again: false, keepsStrategy: true, follow: 'later' },
  succeed: () => undefined,
  fail: () => undefined,
});

function openGroup(refuses: (text: string) => Error | null = () => null) {
  const said: string[] = [];
  const say = async (text: string): Promise<void> => {
    said.push(text);
    await new Promise(setImmediate);
    const refusal = refuses(text);
    if (refusal !== null) throw refusal;
  };
  const sql: Sql = {
    async all<R>(text: string) {
      await say(text);
      return [] as R[];
    },
    run: say,
  };
  return { said, group: { sql, memo: new Map(), isRemote: true } };
}

test('those who have nothing in common are taken together, in their order', () => {
  const [a, b, same, c] = [job(['a', 'x']), job(['b']), job(['y', 'a']), job(['c'])];
  const waiting = [a, b, same, c];
  expect(takeNext(waiting, true)).toEqual([a, b]);
  expect(takeNext(waiting, true)).toEqual([same, c]);
  expect(takeNext(waiting, true)).toEqual([]);
});

test('who says nothing, who is done again, and everybody where nothing is gained runs alone', () => {
  const [a, silent, again, c] = [job(['a']), job(null), { ...job(['b']), again: true }, job(['c'])];
  const waiting = [a, silent, again, c];
  for (const each of [a, silent, again, c]) expect(takeNext(waiting, true)).toEqual([each]);
  const local = [a, c];
  expect(takeNext(local, false)).toEqual([a]);
});

test('a batch is not taken together with many others', () => {
  const batch = job(Array.from({ length: 500 }, (_, at) => `key ${at}`));
  const waiting = [batch, job(['a']), batch];
  expect([takeNext(waiting, true).length, takeNext(waiting, true).length, takeNext(waiting, true).length]).toEqual([
    1, 1, 1,
  ]);
});

test('who asks to be alone goes on when all others are done, one after the other', async () => {
  const { group } = openGroup();
  const seen: string[] = [];
  const jobs = ['a', 'b', 'c', 'd'].map((name) =>
    job([name], async (tx) => {
      await tx.all('SELECT 1');
      if (name < 'c') await tx.alone();
      for (let step = 0; step < 3; step += 1) {
        seen.push(name);
        await tx.all('SELECT 2');
      }
      await tx.alone();
    }),
  );
  await runTogether(group, jobs, () => undefined);
  expect(seen.join('')).toMatch(/^[cd]{6}aaabbb$/);
});

test('[CL4] one that fails before it wrote is told alone; one that fails later undoes all', async () => {
  const { group } = openGroup();
  const over: Waiting[] = [];
  const good = job(['a'], async (tx) => tx.changed('topic', 'a'));
  const early = job(['b'], async (tx) => {
    await tx.all('SELECT 1');
    throw new Error('no');
  });
  const late = job(['c'], async (tx) => {
    await tx.run('INSERT INTO topic (id) VALUES ($1)', 'c');
    throw new Error('no');
  });
  const changed = await runTogether(group, [good, early], (each) => over.push(each));
  expect([[...changed.keys()], over]).toEqual([[good], [early]]);
  await expect(runTogether(group, [good, late], (each) => over.push(each))).rejects.toBeInstanceOf(Undone);
  expect(over).toEqual([early]);
});

test('[CL4] what the engine refuses to one undoes all, even a question; an engine that is gone is not tried again', async () => {
  const ask = (text: string) => job([text], async (tx) => void (await tx.all(text)));
  const refusing = openGroup((text) => (text === 'SELECT bad' ? new Error('refused') : null));
  await expect(
    runTogether(refusing.group, ['SELECT 1', 'SELECT bad'].map(ask), () => undefined),
  ).rejects.toBeInstanceOf(Undone);
  const gone = openGroup(() => new StoreUnavailable('gone'));
  await expect(runTogether(gone.group, ['SELECT 1', 'SELECT 2'].map(ask), () => undefined)).rejects.toBeInstanceOf(
    StoreUnavailable,
  );
});

test('[CL4] what a failed job left behind says nothing after its group was undone', async () => {
  const { said, group } = openGroup();
  let late: Promise<unknown> = Promise.resolve();
  const hasty = job(['a'], async (tx) => {
    await tx.run('INSERT INTO topic (id) VALUES ($1)', 'a');
    const careless = async () => {
      for (let step = 0; step < 5; step += 1) await new Promise(setImmediate);
      await tx.run('INSERT INTO topic (id) VALUES ($1)', 'late');
    };
    late = careless().catch((error: unknown) => error);
    await tx.all('SELECT 2 LIMIT 1');
    tx.run('INSERT INTO topic (id) VALUES ($1)', 'never').catch(() => undefined);
    void tx.all('SELECT 3').catch(() => undefined);
    throw new Error('no');
  });
  await expect(runTogether(group, [hasty, job(['b'])], () => undefined)).rejects.toBeInstanceOf(Undone);
  const before = [...said];
  expect(await late).toMatchObject({ message: 'the job is over' });
  expect(said).toEqual(before);
  expect(said.filter((text) => text.startsWith('INSERT'))).toHaveLength(1);
});
