import { beforeEach, expect, test } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { catchUp, createCatchUp } from '../../../server/search/catch-up.ts';
import { positions } from '../../../server/store/change-log.ts';
import type { Store } from '../../../server/store/store.ts';
import { verify } from '../../../server/verify/verify.ts';
import { openTestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

const log = createLog('silent');
let queue: Awaited<ReturnType<typeof openTestQueue>>;
let hanna: Awaited<ReturnType<typeof queue.join>>;
beforeEach(async () => {
  queue = await openTestQueue();
  hanna = await queue.join('hanna');
});

const count = async (store: Store, table: 'topic_words' | 'similar_topic') =>
  (await store.read((sql) => sql.all(`SELECT topic_id FROM ${table}`))).length;
const isBehind = async (store: Store) => {
  const { seq, followed } = await store.read(positions);
  return followed < seq;
};

test('what was sent is answered first, and its words and traits follow', async () => {
  await hanna.push(saveClip(sampleClip()), saveClip(sampleClip()));
  expect([await count(queue.store, 'topic_words'), await count(queue.store, 'similar_topic')]).toEqual([0, 0]);
  // Nobody takes for a fault what only is not done yet.
  expect(await verify(queue.store)).toEqual([]);
  await catchUp(queue.store, log);
  expect([await count(queue.store, 'topic_words'), await count(queue.store, 'similar_topic')]).toEqual([2, 2]);
  expect(await isBehind(queue.store)).toBe(false);
  expect(await verify(queue.store)).toEqual([]);
});

test('whoever searches waits for what was sent before, and finds it', async () => {
  const mara = await queue.join('mara');
  await hanna.push(saveClip(sampleClip({ title: 'Die neue Gießerei' })));
  const found = (await (await mara.send('GET', '/v1/search?q=giesserei')).json()) as { topics: unknown[] };
  expect(found.topics).toHaveLength(1);
});

test('two who ask at once share the work', async () => {
  await hanna.push(saveClip(sampleClip()));
  let writes = 0;
  const write: Store['write'] = (fn, follow) => {
    writes += 1;
    return queue.store.write(fn, follow);
  };
  const caughtUp = createCatchUp({ ...queue.store, write }, log);
  await Promise.all([caughtUp(), caughtUp(), caughtUp()]);
  await caughtUp();
  expect([writes, await count(queue.store, 'topic_words')]).toEqual([1, 1]);
});

test('what a server that was killed left is followed by the next one, many at a time', async () => {
  await hanna.push(...Array.from({ length: 250 }, () => saveClip(sampleClip())));
  await catchUp(queue.store, log);
  expect(await count(queue.store, 'topic_words')).toBe(250);
  // From the same position again: nothing is counted twice.
  await queue.store.write((tx) => tx.run('UPDATE queue SET followed = 0'));
  await catchUp(queue.store, log);
  expect(await verify(queue.store)).toEqual([]);
});

test('one from which nothing can be derived keeps no other one from its words', async () => {
  const [broken, sound] = [sampleClip(), sampleClip()];
  await hanna.push(saveClip(broken), saveClip(sound));
  await queue.store.write((tx) => tx.run(`UPDATE clip SET body = '{' WHERE id = $1`, broken.id));
  await catchUp(queue.store, log);
  const rows = await queue.store.read((sql) => sql.all<{ topic_id: string }>('SELECT topic_id FROM topic_words'));
  expect(rows).toEqual([{ topic_id: sound.id }]);
  expect(await isBehind(queue.store)).toBe(false);
});

test('what is taken back is in no index any more when that is answered', async () => {
  const clip = sampleClip({ note: 'Lakritz' });
  await hanna.push(saveClip(clip));
  await catchUp(queue.store, log);
  await hanna.push({ name: 'withdrawClip', clipId: clip.id });
  expect([await count(queue.store, 'topic_words'), await count(queue.store, 'similar_topic')]).toEqual([0, 0]);
});

test('where nothing was left for later, nothing is behind after other jobs', async () => {
  await queue.store.write(async (tx) => tx.changed('topic', crypto.randomUUID()));
  expect(await isBehind(queue.store)).toBe(false);
  await hanna.push(saveClip(sampleClip()));
  await queue.store.write(async (tx) => tx.changed('topic', crypto.randomUUID()));
  expect(await isBehind(queue.store)).toBe(true);
});
