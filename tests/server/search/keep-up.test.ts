import { expect, test } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { keepUp } from '../../../server/search/keep-up.ts';
import { positions } from '../../../server/store/change-log.ts';
import { openTestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

test('a server makes the words of what was sent, left over or new, without being asked', async () => {
  const { store, join } = await openTestQueue();
  const hanna = await join('hanna');
  await hanna.push(saveClip(sampleClip()));
  const stop = keepUp({ store, log: createLog('silent') });
  const behind = async () => {
    const { seq, followed } = await store.read(positions);
    return seq - followed;
  };
  const withoutWords = { timeout: 15_000, interval: 20 };
  await expect.poll(behind, withoutWords).toBe(0);
  await hanna.push(saveClip(sampleClip()));
  await expect.poll(behind, withoutWords).toBe(0);
  expect(await store.read((sql) => sql.all('SELECT topic_id FROM topic_words'))).toHaveLength(2);
  await stop();
  await hanna.push(saveClip(sampleClip()));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(await behind()).toBeGreaterThan(0);
});
