import { beforeEach, describe, expect, test } from 'vitest';
import { pairKey } from '../../../desk/similar/rejections.ts';
import { deleteTopic } from '../../../server/rows/delete-topic.ts';
import type { Tx } from '../../../server/store/store.ts';
import { NOW, openTestQueue, type TestDevice, type TestQueue } from '../queue.ts';
import { ask, decide, sampleClip, sampleDecision, sampleQuestion, saveClip } from '../samples.ts';
import { onPostgres } from '../test-store.ts';

let queue: TestQueue;
let hanna: TestDevice;
let mara: TestDevice;
let topicId: string;
let other: string;
beforeEach(async () => {
  queue = await openTestQueue();
  [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
  const [clip, second] = [sampleClip(), sampleClip({ title: 'Der Speiseplan der Woche' })];
  [topicId, other] = [clip.id, second.id];
  await hanna.push(saveClip(clip), saveClip(second));
});

const withdraw = () => ({ name: 'withdrawClip', clipId: topicId });

const COLUMNS = onPostgres
  ? 'SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()'
  : `SELECT held.name AS table_name, told.name AS column_name
     FROM sqlite_master AS held JOIN pragma_table_info(held.name) AS told WHERE held.type = 'table'`;
const NAMES_A_TOPIC = /^(topic_id|other_id|into_topic|merged_into|home_topic_id)$/;

/** Where the topic is still named. A clip that was taken back keeps its place: its devices are told by it. */
const leftOver = () =>
  queue.store.read(async (sql) => {
    const left: string[] = [];
    const columns = await sql.all<{ table_name: string; column_name: string }>(COLUMNS);
    for (const { table_name: table, column_name: column } of columns) {
      if (table === 'clip' || !NAMES_A_TOPIC.test(column)) continue;
      const rows = await sql.all(`SELECT 1 FROM ${table} WHERE ${column} = $1`, topicId);
      if (rows.length > 0) left.push(`${table}.${column}`);
    }
    return left;
  });

/** What the desk can have done with a topic, by the table that keeps it. */
const ACTS: Record<string, () => Promise<unknown>> = {
  note: () => mara.push({ name: 'addNote', note: { id: crypto.randomUUID(), topicId, text: 'Nachfragen.' } }),
  claim: async () => mara.send('PUT', `/v1/topics/${topicId}/claim`, {}),
  similar_rejection: () => mara.push({ name: 'rejectSimilar', topicId, otherId: other, rejected: true }),
  topic_label: () => mara.push({ name: 'editTopic', topicId, changes: { labels: ['Messe'] } }),
  question: () => mara.push(ask(sampleQuestion(topicId))),
  decision: () =>
    mara.push(decide(sampleDecision(topicId, { to: 'held', holdUntil: NOW + 86_400_000, holdReason: 'event' }))),
  'merged topic': () => mara.push(decide(sampleDecision(other, { to: 'merged', into: topicId }))),
  'address, words and traits': async () => {},
};

describe('taking the last clip of a topic back', () => {
  test.each(Object.keys(ACTS))('works with a %s', async (name) => {
    await ACTS[name]?.();
    const clips = name === 'merged topic' ? [withdraw(), { name: 'withdrawClip', clipId: other }] : [withdraw()];
    expect((await hanna.push(...clips)).refused).toEqual([]);
    const { changes } = await mara.pull();
    const topic = changes.find(({ kind, id }) => kind === 'topic' && id === topicId)?.row;
    const decided = ['question', 'decision', 'merged topic'].includes(name);
    if (decided) expect(topic).toMatchObject({ state: 'declined', supporterCount: 0 });
    else expect([topic ?? null, await leftOver()]).toEqual([null, []]);
  });

  test('takes the pair that was said to be different away from devices too', async () => {
    await ACTS.similar_rejection?.();
    const { cursor } = await mara.pull();
    await hanna.push(withdraw());
    const { changes } = await mara.pull(cursor);
    expect(changes).toContainEqual({ kind: 'rejection', id: pairKey(topicId, other), row: null });
  });
});

test('a topic can be removed whatever hangs on it', async () => {
  for (const act of Object.values(ACTS)) await act();
  const link = (tx: Tx) =>
    tx.run(
      `INSERT INTO question_link (question_id, token_hash, created_by, created_at)
       SELECT id, 'hash', 'mara', 1 FROM question WHERE topic_id = $1`,
      topicId,
    );
  const appearance = (tx: Tx) =>
    tx.run(
      `INSERT INTO publication (id, topic_id, channel_id, state, editor_id, changed_at)
       VALUES ('p', $1, 'intranet', 'proposed', 'mara', 1)`,
      topicId,
    );
  await queue.store.write(async (tx) => {
    await link(tx);
    await appearance(tx);
    await tx.run('UPDATE topic SET merged_into = NULL WHERE merged_into = $1', topicId);
    await tx.run('UPDATE decision SET into_topic = NULL WHERE into_topic = $1', topicId);
    await deleteTopic(tx, topicId);
  });
  expect(await leftOver()).toEqual([]);
});
