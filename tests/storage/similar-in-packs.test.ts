import { afterEach, expect, test, vi } from 'vitest';
import { similarTopics } from '../../storage/similar-topics.ts';
import { makeMissingCards } from '../../storage/topic-cards.ts';
import { editor } from '../desk/samples.ts';
import { packAsUsual, packedDevice, said, tell, topicChange } from './packed-device.ts';

afterEach(packAsUsual);

/** Topics of many beginnings, as ids of real ones have. */
const many = Array.from({ length: 120 }, (_, at) => {
  const id = `${(at * 2).toString(16).padStart(2, '0')}000000-0000-4000-8000-000000000000`;
  // Four each are about the same, each in another paper.
  const words = ['Werkstatt', 'Bremen', 'Azubis', 'Bootsbau'].map(
    (word) => `${word}${'abcdefghijklmno'[at >> 3]}${'kl'[at & 1]}`,
  );
  const own = at % 10 === 0 ? { id: editor.id, name: editor.name } : undefined;
  const { topic, clips } = said(words.join(' '), { id, state: at % 7 === 0 ? 'merged' : 'new' }, own);
  const [row] = clips;
  if (row === undefined) throw new Error('no clip');
  const opening = {
    ...row.clip,
    excerpt: words.toReversed().join(` ${at} `),
    address: `https://www.paper${at}.example/`,
  };
  return { topic, clips: [{ ...row, clip: opening }] };
});

test('[SM1] of many topics in packs the index is made in one look through them, and says what it says of rows', async () => {
  const db = await packedDevice(many);
  await makeMissingCards(db);
  const packsAsked = vi.spyOn(db.topicPacks, 'bulkGet');
  const [first, second] = [many[3]?.topic.id ?? '', many[11]?.topic.id ?? ''];
  const found = await similarTopics(db, first, async () => {});
  const packs = packsAsked.mock.calls.flatMap(([keys]) => keys).length;
  expect(packs).toBeLessThan(2 * (await db.topicPacks.count()));
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ topic }) => topic.state !== 'merged')).toBe(true);

  // The same from rows: whatever is told anew leaves its pack.
  const rows = await packedDevice(many);
  await tell(
    rows,
    many.map(({ topic }) => topicChange(topic)),
  );
  expect(await rows.topicPacks.count()).toBe(0);
  for (const id of [first, second]) {
    const [inPacks, inRows] = [await similarTopics(db, id), await similarTopics(rows, id)];
    expect(inPacks).toEqual(inRows);
  }
});
