import { beforeEach, expect, test } from 'vitest';
import type { Topic } from '../../protocol/topic.ts';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { decide, undoDecision } from '../../storage/decide.ts';
import { inboxTopics } from '../../storage/inbox.ts';
import { readMeta } from '../../storage/meta.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { clip, editor, NOW, topic } from '../desk/samples.ts';
import { newDatabase, page } from './device.ts';

let db: AccountDatabase;
beforeEach(() => {
  db = newDatabase(editor);
});

/** The queue's rows: topics, and who clipped what for them. */
async function pulled(
  topics: readonly Topic[],
  clips: readonly { by: string; topicId: string; id?: string }[],
  seq = 1,
) {
  const rows = clips.map(({ by, topicId, id = topicId }) => ({
    clip: clip({ id }),
    topicId,
    submitter: { id: by, name: by },
    addressKey: '',
    receivedAt: NOW,
  }));
  const changes = [
    ...topics.map((row) => ({ kind: 'topic' as const, id: row.id, row })),
    ...rows.map((row) => ({ kind: 'clip' as const, id: row.clip.id, row })),
  ];
  await receivePage(db, await readMeta(db, 'cursor'), page(changes, { seq }), NOW);
}
const merge = (topicId: string, into: string) =>
  decide(db, { topicId, to: 'merged', into, reason: null, sentence: null, holdUntil: null }, NOW);
const seen = async (id: string) => (await topicDetail(db, id))?.topic;

test('[ST2][MG1] a merge that waits is seen at both ends: supporters, pointers and clips', async () => {
  const [one, two] = [topic({ supporterCount: 2 }), topic({ supporterCount: 2 })];
  const [more, shared] = [clip().id, clip().id];
  await pulled(
    [one, two],
    [
      { by: 'hanna', topicId: one.id },
      { by: 'jonas', topicId: one.id, id: more },
      { by: 'petra', topicId: two.id },
      { by: 'jonas', topicId: two.id, id: shared },
    ],
  );
  await merge(two.id, one.id);
  expect(await seen(one.id)).toMatchObject({ supporterCount: 3, mergedFrom: [two.id] });
  expect(await seen(two.id)).toMatchObject({ state: 'merged', supporterCount: 0, mergedInto: one.id });
  const detail = await topicDetail(db, one.id);
  expect(detail?.waiting).toBe(true);
  expect(detail?.clips.map(({ clip: { id } }) => id).toSorted()).toEqual([one.id, two.id, more, shared].toSorted());
  const { topics } = await inboxTopics(db, { ...EVERYTHING, states: ['new'] }, { limit: 9, after: null });
  expect(topics.map(({ topic: { id, supporterCount } }) => [id, supporterCount])).toEqual([[one.id, 3]]);
  expect(await db.topics.get(one.id)).toEqual(one);

  await undoDecision(db, two.id, NOW + 1);
  expect([await seen(one.id), await seen(two.id)]).toEqual([one, expect.objectContaining({ supporterCount: 2 })]);
});

test('[ST2][MG1] merges follow one another', async () => {
  const [one, two, three] = [topic(), topic(), topic()];
  await pulled(
    [one, two, three],
    [
      { by: 'hanna', topicId: one.id },
      { by: 'jonas', topicId: two.id },
      { by: editor.id, topicId: three.id },
    ],
  );
  await merge(three.id, two.id);
  await merge(two.id, one.id);
  expect((await seen(one.id))?.supporterCount).toBe(3);
});

test('[ST2][MG3] a merge that is being taken back lets the topic go at once', async () => {
  const [one, two] = [topic({ supporterCount: 1 }), topic()];
  await pulled(
    [one, two],
    [
      { by: 'hanna', topicId: one.id },
      { by: 'jonas', topicId: two.id },
    ],
  );
  const made = await merge(two.id, one.id);
  // The queue did it: both clips are at the one that stays.
  const away = (await seen(two.id)) ?? two;
  const stays = (await seen(one.id)) ?? one;
  expect([made.into, stays.supporterCount]).toEqual([one.id, 2]);
  await db.outbox.clear();
  await pulled(
    [away, stays],
    [
      { by: 'hanna', topicId: one.id },
      { by: 'jonas', topicId: one.id, id: two.id },
    ],
    2,
  );
  await undoDecision(db, two.id, NOW + 1);
  expect(await seen(one.id)).toMatchObject({ supporterCount: 1, mergedFrom: [] });
  expect(await seen(two.id)).toMatchObject({ state: 'new', supporterCount: 1, mergedInto: null });
});
