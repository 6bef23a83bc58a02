import { beforeEach, expect, test } from 'vitest';
import { keepRetention, runRetention } from '../../../server/retention/retention.ts';
import { addAudit } from '../../../server/rows/audit.ts';
import { IDLE_MS } from '../../../server/sign-in/tokens.ts';
import type { Sql, Value } from '../../../server/store/store.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy, StrategyError } from '../../../server/strategy/read.ts';
import { verify } from '../../../server/verify/verify.ts';
import { NOW, openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { answer, ask, decide, sampleClip, sampleDecision, sampleQuestion, saveClip } from '../samples.ts';

const YEAR = 366 * 86_400_000;
/** Long enough for everything that the policy names, and devices are signed in still. */
const LATER = 200 * 86_400_000;
const POLICY =
  'retention: { declinedTopicsMonths: 6, outcomesDays: 90, linksDays: 30, accessDays: 30, auditMonths: 6 }\n';

let queue: TestQueue;
let hanna: TestDevice;
let mara: TestDevice;
let declined: string;
let merged: string;
let kept: string;

beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
  const clips = [1, 2, 3].map(() => sampleClip());
  [declined = '', merged = '', kept = ''] = clips.map(({ id }) => id);
  await hanna.push(...clips.map(saveClip));
  const question = sampleQuestion(declined, { toId: 'hanna' });
  await mara.push(ask(question));
  await hanna.push(answer(question.id, 'Ja.'));
  await mara.push(decide(sampleDecision(merged, { to: 'merged', into: declined })));
  await mara.push({ name: 'addNote', note: { id: crypto.randomUUID(), topicId: declined, text: 'x' } });
  const { changes } = await mara.pull();
  const topic = changes.find(({ kind, id }) => kind === 'topic' && id === declined);
  const after = topic?.kind === 'topic' ? (topic.row?.decisions.at(-1)?.id ?? null) : null;
  await mara.push(
    decide(sampleDecision(declined, { after, to: 'declined', reason: 'covered', sentence: 'Schon da.' })),
  );
  await queue.store.write((tx) => addAudit(tx, { at: NOW, who: 'root', origin: 'host', act: 'invite', subject: '' }));
});

const setPolicy = () => applyStrategy(queue.store, readStrategy(STRATEGY + POLICY));

test('nothing leaves unless the strategy says how long it is kept', async () => {
  expect(await runRetention(queue.store, NOW + 10 * YEAR)).toBeNull();
  expect(await keepRetention(queue.store, NOW + 10 * YEAR, false)).toMatchObject({ topics: 0, outcomes: 0, audit: 0 });
});

test('a dry run counts what would leave and leaves it', async () => {
  await setPolicy();
  const would = await keepRetention(queue.store, NOW + LATER, true);
  expect(would).toMatchObject({ topics: 1, access: 2, audit: 1 });
  expect(await keepRetention(queue.store, NOW + LATER, true)).toEqual(would);
});

test('what leaves is sent as gone to whoever held it; what was merged into it goes too, what is open stays', async () => {
  await setPolicy();
  const [own, desk] = [await hanna.pull(), await mara.pull()];
  await keepRetention(queue.store, NOW + LATER, false);
  for (const [device, cursor] of [
    [hanna, own.cursor],
    [mara, desk.cursor],
  ] as const) {
    const { changes } = await device.pull(cursor);
    const gone = changes.filter(({ row }) => row === null).map(({ kind, id }) => `${kind} ${id}`);
    expect(gone).toEqual(
      expect.arrayContaining([`topic ${declined}`, `topic ${merged}`, `clip ${declined}`, `clip ${merged}`]),
    );
    expect(gone.some((each) => each.startsWith('question'))).toBe(true);
    expect(gone).not.toContain(`topic ${kept}`);
  }
  expect((await mara.pull()).changes.filter(({ kind }) => kind === 'topic').map(({ id }) => id)).toEqual([kept]);
  expect(await verify(queue.store)).toEqual([]);
});

test('what was published once, or waits for an answer, stays however old', async () => {
  await setPolicy();
  await queue.store.write((tx) => tx.run('UPDATE topic SET first_published_at = 1 WHERE id = $1', declined));
  expect(await keepRetention(queue.store, NOW + LATER, true)).toMatchObject({ topics: 0 });
});

test('a clip that left does not come back when its device sends it again', async () => {
  await setPolicy();
  await keepRetention(queue.store, NOW + LATER, false);
  expect((await hanna.push(saveClip(sampleClip({ id: declined })))).refused).toEqual([]);
  expect((await hanna.pull()).changes.filter(({ id, row }) => id === declined && row !== null)).toEqual([]);
});

test('outcomes go only of clients that were silent; their next act is taken for another client’s', async () => {
  await setPolicy();
  const before = await queue.store.read((sql) => sql.all('SELECT 1 FROM outcome'));
  expect(before.length).toBeGreaterThan(0);
  expect((await keepRetention(queue.store, NOW + 86_400_000, false)).outcomes).toBe(0);
  expect((await keepRetention(queue.store, NOW + LATER, false)).outcomes).toBe(before.length);
});

test('a device that was not used for half a year goes after its days, with what it was signed in by', async () => {
  await setPolicy();
  await keepRetention(queue.store, NOW + IDLE_MS + 30 * 86_400_000, false);
  const left = () => queue.store.read((sql) => sql.all('SELECT id FROM device'));
  expect(await left()).toHaveLength(2);
  expect(await keepRetention(queue.store, NOW + IDLE_MS + 31 * 86_400_000, true)).toMatchObject({ access: 2 });
  await keepRetention(queue.store, NOW + IDLE_MS + 31 * 86_400_000, false);
  expect(await left()).toEqual([]);
});

test('the queue goes by it once a day', async () => {
  await setPolicy();
  expect(await runRetention(queue.store, NOW + LATER)).toMatchObject({ topics: 1 });
  expect(await runRetention(queue.store, NOW + LATER + 3_600_000)).toBeNull();
  expect(await runRetention(queue.store, NOW + LATER + 86_400_000)).toMatchObject({ topics: 0 });
});

test('rows go in chunks, all of them, and a run that fails is for the next day', async () => {
  await setPolicy();
  const entry = { who: 'root', origin: 'host', act: 'invite', subject: '' };
  await queue.store.write(async (tx) => {
    for (let count = 0; count < 1_100; count += 1) await addAudit(tx, { ...entry, at: NOW });
    await addAudit(tx, { ...entry, at: NOW + YEAR });
  });
  const failing = {
    ...queue.store,
    read: <T>(fn: (sql: Sql) => Promise<T>) =>
      queue.store.read((sql) =>
        fn({
          ...sql,
          all: async <R>(text: string, ...values: Value[]) => {
            if (text.includes('FROM audit')) throw new Error('no audit today');
            return sql.all<R>(text, ...values);
          },
        }),
      ),
  };
  await expect(runRetention(failing, NOW + YEAR)).rejects.toThrow('no audit today');
  expect(await runRetention(queue.store, NOW + YEAR + 3_600_000)).toBeNull();
  expect(await runRetention(queue.store, NOW + YEAR + 86_400_000)).toMatchObject({ audit: 1_101 });
  expect(await queue.store.read((sql) => sql.all('SELECT act FROM audit'))).toHaveLength(1);
});

test('a client that was away for a holiday is not taken for another one: outcomes are kept for 90 days', () => {
  expect(() => readStrategy(`${STRATEGY}retention: { outcomesDays: 89 }\n`)).toThrow(StrategyError);
});

test('a policy that is misspelt is refused with its line', () => {
  expect(() => readStrategy(`${STRATEGY}retention: { declinedMonths: 6 }\n`)).toThrow(StrategyError);
});
