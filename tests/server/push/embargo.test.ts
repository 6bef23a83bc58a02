import { beforeEach, expect, test } from 'vitest';
import type { Clip } from '../../../protocol/clip.ts';
import { findTopic } from '../../../server/rows/topics.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { openTestQueue, STRATEGY, type TestDevice, type TestQueue } from '../queue.ts';
import { decide, fillBrief, sampleClip, sampleDecision, saveClip } from '../samples.ts';

let queue: TestQueue;
let hanna: TestDevice;
let mara: TestDevice;
beforeEach(async () => {
  queue = await openTestQueue();
  await applyStrategy(
    queue.store,
    readStrategy(`${STRATEGY}\nchannels: { intranet: { name: Intranet, kind: intranet } }`),
  );
  [hanna, mara] = [await queue.join('hanna'), await queue.join('mara')];
});

const END = Date.UTC(2099, 0, 15, 11);
const found = (until: string | null) => ({ markings: [], personalData: [], embargo: { until } });
const topic = (id: string) => queue.store.read((sql) => findTopic(sql, id));
const clipped = async (changes: Partial<Clip>): Promise<Clip> => {
  const clip = sampleClip(changes);
  await hanna.push(saveClip(clip));
  return clip;
};
const edit = (topicId: string, embargoUntil: number | null) =>
  ({ name: 'editTopic', topicId, changes: { embargoUntil } }) as never;

test('[PB4] a clip under embargo gives its topic the end of it, by the desk’s clock; one that is over gives none', async () => {
  const ahead = await clipped({ found: found('2099-01-15T12:00') });
  expect((await topic(ahead.id))?.embargoUntil).toBe(END);
  const over = await clipped({ address: 'https://intranet.example/b', found: found('2020-01-15T12:00') });
  expect((await topic(over.id))?.embargoUntil).toBeNull();
  const undated = await clipped({ address: 'https://intranet.example/c', found: found(null) });
  expect((await topic(undated.id))?.embargoUntil).toBeNull();
});

test('[PB4] what a client does not say of it the queue reads in the words that it sends', async () => {
  const clip = await clipped({ excerpt: 'Sperrfrist: 15. Januar 2099, 12 Uhr\nDer Rat hat beschlossen.' });
  expect((await topic(clip.id))?.embargoUntil).toBe(END);
});

test('[PB4] a further page says a later one; what the desk lifted is not set again by another word', async () => {
  const clip = await clipped({ found: found('2099-01-15T12:00') });
  await mara.push(saveClip(sampleClip({ address: clip.address, found: found('2099-01-16T12:00') })));
  expect((await topic(clip.id))?.embargoUntil).toBe(END + 86_400_000);
  await mara.push(edit(clip.id, null));
  await hanna.push({ name: 'editClip', clipId: clip.id, changes: { note: 'Noch ein Satz' } } as never);
  expect((await topic(clip.id))?.embargoUntil).toBeNull();
});

test('[PB4] nothing of the topic is published before; submitters neither hear of it nor lift it', async () => {
  const clip = await clipped({ found: found('2099-01-15T12:00') });
  const refusedOf = async (device: TestDevice, action: { name: string }) =>
    (await device.push(action)).refused.map(({ refusal }) => refusal.kind);
  expect(await refusedOf(hanna, edit(clip.id, null))).toEqual(['not_allowed']);
  const accepting = sampleDecision(clip.id);
  const working = sampleDecision(clip.id, { to: 'in_work', after: accepting.id });
  await mara.push(fillBrief(clip.id), decide(accepting), decide(working));
  const publish = {
    name: 'savePublication',
    publication: {
      ...{ id: crypto.randomUUID(), topicId: clip.id, channelId: 'intranet', state: 'published', dueAt: null },
      ...{ publishedAt: null, address: null },
    },
  };
  expect(await refusedOf(mara, publish)).toEqual(['page_embargo']);
  const seen = await hanna.pull();
  expect(JSON.stringify(seen.changes.filter(({ kind }) => kind === 'topic'))).not.toContain(String(END));
  await mara.push(edit(clip.id, null));
  expect(await refusedOf(await queue.join('timo'), publish)).toEqual([]);
});
