/** Several clips of one push: they are looked up and written together, and come out as if each had come alone. */
import { beforeEach, expect, test } from 'vitest';
import type { Clip } from '../../../protocol/clip.ts';
import { openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

let queue: TestQueue;
let hanna: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  hanna = await queue.join('hanna');
});

const rows = <R extends object>(text: string, from = queue): Promise<R[]> => from.store.read((sql) => sql.all<R>(text));
const clips = (from = queue) =>
  rows<{ id: string; topic_id: string; submitter_id: string }>(
    'SELECT id, topic_id, home_topic_id, submitter_id, address_key, body, received_at FROM clip ORDER BY id',
    from,
  );
const topics = (from = queue) => rows<{ id: string; supporter_count: number }>('SELECT * FROM topic ORDER BY id', from);
const addresses = (from = queue) => rows<{ topic_id: string }>('SELECT * FROM address ORDER BY key', from);
const log = (from = queue) =>
  rows<{ kind: string; id: string }>(
    `SELECT kind, id FROM change_log WHERE kind IN ('clip', 'topic', 'address') ORDER BY seq`,
    from,
  );
const many = (count: number, changes: Partial<Clip> = {}) => Array.from({ length: count }, () => sampleClip(changes));
const ofPage = (page: number, changes: Partial<Clip> = {}) =>
  sampleClip({ address: `https://intranet.nordwerk.example/seite-${page}`, ...changes });
const topicOf = async (clip: Clip) => (await clips()).find(({ id }) => id === clip.id)?.topic_id;

test('[CL1][CL5] a batch leaves the rows of its clips, in the order of the log, as if each had been sent alone', async () => {
  const sent = [...many(127), ofPage(1), ...many(8), ofPage(1, { title: 'Dieselbe Seite' }), ...many(2)];
  const other = await openTestQueue();
  const alone = await other.join('hanna');
  await hanna.push(...sent.map(saveClip));
  for (const clip of sent) await alone.push(saveClip(clip));
  expect(await clips()).toEqual(await clips(other));
  expect(await topics()).toEqual(await topics(other));
  expect(await addresses()).toEqual(await addresses(other));
  expect(await clips()).toHaveLength(139);
  expect(await topics()).toHaveLength(138);
  // What the second clip of the page changed stands where the first put it: one commit tells of a key once.
  const told = await log();
  expect(told.slice(0, 6).map(({ kind }) => kind)).toEqual(['clip', 'topic', 'address', 'clip', 'topic', 'address']);
  expect(told.filter(({ kind }) => kind === 'clip').map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
  const opened = sent.filter((_, at) => at !== 136).map(({ id }) => id);
  expect(told.filter(({ kind }) => kind === 'topic').map(({ id }) => id)).toEqual(opened);
});

test('[AD1] two clips of the same page in one batch are of one topic, and a third after others too', async () => {
  const [first, second, third] = [ofPage(1), ofPage(1), ofPage(1)];
  await hanna.push(...[first, second, ...many(30), third].map(saveClip));
  expect([await topicOf(second), await topicOf(third)]).toEqual([first.id, first.id]);
  const [topic] = (await topics()).filter(({ id }) => id === first.id);
  expect([topic?.supporter_count, (await topics()).length]).toEqual([1, 31]);
});

test('[OB2][CL3] one that is refused in the middle is refused alone, and those beside it are there', async () => {
  const [before, after] = [many(6), many(6)];
  const bad = [
    saveClip(sampleClip({ departmentId: 'nowhere' })),
    { name: 'saveClip', clip: { ...sampleClip(), title: '' } },
  ];
  const answer = await hanna.push(...before.map(saveClip), ...bad, ...after.map(saveClip));
  expect(answer.lastNumber).toBe(14);
  expect(answer.refused.map(({ number, refusal }) => [number, refusal.kind])).toEqual([
    [7, 'unknown_department'],
    [8, 'invalid'],
  ]);
  expect((await log()).filter(({ kind }) => kind === 'clip').map(({ id }) => id)).toEqual(
    [...before, ...after].map(({ id }) => id),
  );
});

test('[SM4] a clip joins the topic that was opened before it in the same batch', async () => {
  const [opening, joining] = [sampleClip(), sampleClip()];
  const mara = await queue.join('mara');
  await mara.push(saveClip(opening), saveClip(sampleClip()), { ...saveClip(joining), joins: opening.id });
  expect(await topicOf(joining)).toBe(opening.id);
  expect((await addresses()).filter(({ topic_id }) => topic_id === opening.id)).toHaveLength(2);
});

test('[CL7] a clip that comes twice in one batch is there once; an id of somebody else is taken', async () => {
  const [twice, theirs] = [sampleClip(), sampleClip()];
  const jonas = await queue.join('jonas');
  await jonas.push(saveClip(theirs));
  const sent = [twice, sampleClip(), { ...twice, title: 'Noch einmal' }, { ...theirs, title: 'Nicht meiner' }];
  const answer = await hanna.push(...sent.map(saveClip));
  expect(answer.refused.map(({ number, refusal }) => [number, refusal])).toEqual([
    [4, { kind: 'id_taken', path: 'clip.id' }],
  ]);
  expect(await clips()).toHaveLength(3);
  expect(await rows(`SELECT title FROM topic WHERE title IN ('Noch einmal', 'Nicht meiner')`)).toEqual([]);
});

test('what was done between two clips of one batch is known to the second', async () => {
  const [gone, next] = [ofPage(1), ofPage(1)];
  const answer = await hanna.push(
    saveClip(gone),
    { name: 'editClip', clipId: gone.id, changes: { title: 'Neuer Titel' } },
    { name: 'withdrawClip', clipId: gone.id },
    { name: 'noop' },
    saveClip(next),
    saveClip(gone),
  );
  expect(answer.refused).toEqual([]);
  expect((await topics()).map(({ id }) => id)).toEqual([next.id]);
  expect((await addresses()).map(({ topic_id }) => topic_id)).toEqual([next.id]);
  // Sent again it stays what became of it.
  expect(await rows('SELECT id FROM clip WHERE body IS NULL')).toEqual([{ id: gone.id }]);
});

test('[CL1][CL4] of a batch that breaks off nothing is there, and those who shared its commit have all of theirs', async () => {
  const devices = await Promise.all(['jonas', 'mara', 'timo'].map((name) => queue.join(name)));
  const torn = hanna.pushRequest(many(20).map((clip) => hanna.mutation(saveClip(clip))));
  const gap = { ...torn, mutations: torn.mutations.filter((_, at) => at !== 12) };
  const sent = devices.map(() => many(4));
  const [answer] = await Promise.all([
    hanna.post(gap),
    ...devices.map((device, at) => device.push(...(sent[at] ?? []).map(saveClip))),
  ]);
  expect([answer.status, (await answer.json()).kind]).toEqual([409, 'gap']);
  expect((await clips()).map(({ id }) => id)).toEqual(
    sent
      .flat()
      .map(({ id }) => id)
      .sort(),
  );
  // And one that breaks off after it wrote.
  const [half] = many(1, { address: 'https://intranet.nordwerk.example/halb' });
  await queue.store.write((tx) => tx.run('ALTER TABLE outcome RENAME TO mislaid'));
  const failed = await (await queue.join('hanna')).post(
    hanna.pushRequest([{ ...hanna.mutation(saveClip(half ?? sampleClip())), number: 1 }], {
      clientId: crypto.randomUUID(),
    }),
  );
  expect(failed.status).toBe(500);
  await queue.store.write((tx) => tx.run('ALTER TABLE mislaid RENAME TO outcome'));
  expect(await clips()).toHaveLength(12);
  expect(await hanna.post(torn).then(({ status }) => status)).toBe(200);
  expect(await clips()).toHaveLength(32);
});
