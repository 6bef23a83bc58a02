import { expect, test } from 'vitest';
import { addressKey } from '../../desk/address.ts';
import { recomputeAddressKeys, updateAddressKeys } from '../../server/address-keys.ts';
import { openTestQueue } from './queue.ts';
import { decide, sampleClip, sampleDecision, saveClip } from './samples.ts';

const PAGE = 'https://intranet.nordwerk.example/news/42';
const READ_ALIKE = `${PAGE}?version=lang`;
const RULES = [{ hosts: ['intranet.nordwerk.example'], paths: ['/news/**'], keep: [] }];

/** A queue whose keys are those of other rules, each address one of its own. */
async function withOldKeys(addresses: string[]) {
  const queue = await openTestQueue();
  const hanna = await queue.join('hanna');
  const clips = addresses.map((address) => sampleClip({ address }));
  for (const clip of clips) {
    queue.time.now += 1_000;
    await hanna.push(saveClip(clip));
  }
  await queue.store.write(async (tx) => {
    await tx.run(`UPDATE clip SET address_key = '1.' || id`);
    await tx.run('DELETE FROM address');
    for (const { id } of clips) await tx.run(`INSERT INTO address (key, topic_id) VALUES ('1.' || $1, $1)`, id);
  });
  const addressRows = () =>
    queue.store.read((sql) => sql.all<{ key: string; topic_id: string }>('SELECT key, topic_id FROM address'));
  return { queue, hanna, clips, addressRows };
}

test('[AD1] keys of other rules are computed anew, and devices hear of it', async () => {
  const { queue, hanna, clips, addressRows } = await withOldKeys([PAGE]);
  const { cursor } = await hanna.pull();
  await updateAddressKeys(queue.store);
  const key = (await addressKey(PAGE, null)) ?? '';
  expect((await addressRows()).map((row) => ({ ...row }))).toEqual([{ key, topic_id: clips[0]?.id }]);
  const { changes } = await hanna.pull(cursor);
  expect(changes).toContainEqual({ kind: 'address', id: key, row: expect.objectContaining({ topicId: clips[0]?.id }) });
  expect(changes).toContainEqual({ kind: 'clip', id: clips[0]?.id, row: expect.objectContaining({ addressKey: key }) });
  expect(changes).toContainEqual({ kind: 'address', id: `1.${clips[0]?.id}`, row: null });
});

test('[AD1] keys of these rules are left alone: the second start changes nothing', async () => {
  const { queue, hanna } = await withOldKeys([PAGE]);
  await updateAddressKeys(queue.store);
  const { cursor } = await hanna.pull();
  await updateAddressKeys(queue.store);
  await recomputeAddressKeys(queue.store);
  expect((await hanna.pull(cursor)).changes).toEqual([]);
});

test('[AD1] two open topics of one page stay two, and the older one stands for it', async () => {
  const { queue, hanna, clips, addressRows } = await withOldKeys([PAGE, READ_ALIKE]);
  await recomputeAddressKeys(queue.store, RULES);
  expect((await addressRows()).map(({ topic_id }) => topic_id)).toEqual([clips[0]?.id]);
  const topics = (await hanna.pull()).changes.filter(({ kind }) => kind === 'topic');
  expect(topics.map(({ id }) => id).sort()).toEqual(clips.map(({ id }) => id).sort());
});

test('[AD1] an open topic stands before a closed one, whichever is older', async () => {
  const { queue, clips, addressRows } = await withOldKeys([PAGE, READ_ALIKE]);
  const mara = await queue.join('mara');
  await mara.push(
    decide(sampleDecision(clips[0]?.id ?? '', { to: 'declined', reason: 'thin', sentence: 'Passt nicht.' })),
  );
  await recomputeAddressKeys(queue.store, RULES);
  expect((await addressRows()).map(({ topic_id }) => topic_id)).toEqual([clips[1]?.id]);
});

test('a clip that was taken back has no key and gets none', async () => {
  const { queue, hanna, clips, addressRows } = await withOldKeys([PAGE]);
  await hanna.push({ name: 'withdrawClip', clipId: clips[0]?.id });
  await recomputeAddressKeys(queue.store);
  expect(await addressRows()).toEqual([]);
});
