import { beforeEach, expect, test } from 'vitest';
import { openTopic } from '../../desk/clips.ts';
import { applyDecision, recordDecision } from '../../desk/decisions.ts';
import type { Publication, PublicationInput } from '../../protocol/publication.ts';
import type { Topic } from '../../protocol/topic.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { readMeta } from '../../storage/meta.ts';
import { agenda, publicationsOf, readPlan } from '../../storage/plan.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { savePublication } from '../../storage/save-publication.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { clip, DAY, decision, editor, NOW, submitter, topic, UNSAID, uuid } from '../desk/samples.ts';
import { pullTopics } from './acts.ts';
import { newDatabase, page } from './device.ts';

const WEEK = { from: NOW, to: NOW + 7 * DAY };

const moved = (of: Topic, to: 'accepted' | 'in_work') =>
  applyDecision(of, recordDecision(of, decision(of, { to }), editor, NOW));
const accepted = (over: Partial<Topic> = {}) => moved({ ...openTopic(clip(), NOW), ...over }, 'accepted');

let db: AccountDatabase;
beforeEach(() => {
  db = newDatabase(editor);
});

const planned = (topicId: string, over: Partial<PublicationInput> = {}): PublicationInput => ({
  id: uuid(),
  topicId,
  channelId: 'intranet',
  state: 'planned',
  dueAt: NOW + DAY,
  publishedAt: null,
  address: null,
  ...over,
});
const pullPublications = async (rows: readonly Publication[]) =>
  receivePage(
    db,
    await readMeta(db, 'cursor'),
    page(
      rows.map((row) => ({ kind: 'publication' as const, id: row.id, row })),
      { seq: 2 },
    ),
    NOW,
  );

test('[ST2][PB1] what is planned here is in the plan at once, and no longer without a date', async () => {
  const one = accepted();
  await pullTopics(db, [one]);
  expect((await readPlan(db, WEEK)).undated.map(({ id }) => id)).toEqual([one.id]);
  const input = planned(one.id);
  await savePublication(db, input, NOW);
  const { items, undated } = await readPlan(db, WEEK);
  expect(items).toMatchObject([
    { publication: { id: input.id, by: { id: editor.id } }, topic: { id: one.id }, waiting: true },
  ]);
  expect(undated).toEqual([]);
  expect(await db.publications.count()).toBe(0);
});

test('[ST2] a waiting change stands on top of the row that the queue sent, and another week shows neither', async () => {
  const one = accepted();
  await pullTopics(db, [one]);
  const row: Publication = { ...planned(one.id), ...UNSAID, by: { id: 'mara', name: 'Mara' }, changedAt: NOW };
  await pullPublications([row]);
  const { by: _by, changedAt: _changedAt, ...input } = row;
  await savePublication(db, { ...input, dueAt: NOW + 10 * DAY }, NOW);
  expect((await readPlan(db, WEEK)).items).toEqual([]);
  expect((await readPlan(db, { from: WEEK.to, to: WEEK.to + 7 * DAY })).items).toHaveLength(1);
  await savePublication(db, { ...input, state: 'cancelled' }, NOW);
  expect(await publicationsOf(db, one.id)).toEqual([]);
  expect((await readPlan(db, WEEK)).undated).toHaveLength(1);
});

test('[PB1] the first publication makes the topic published at once', async () => {
  const one = moved(accepted(), 'in_work');
  await pullTopics(db, [one]);
  await savePublication(db, planned(one.id, { state: 'published', publishedAt: NOW + DAY }), NOW);
  expect((await topicDetail(db, one.id))?.topic.state).toBe('published');
  expect((await readPlan(db, WEEK)).items).toMatchObject([{ publication: { state: 'published' } }]);
});

test('[PB1] what the rules refuse is refused here already, and nothing waits', async () => {
  const one = topic();
  await pullTopics(db, [one, accepted()]);
  await expect(savePublication(db, planned(one.id), NOW)).rejects.toMatchObject({ kind: 'forbidden_transition' });
  await expect(savePublication(db, planned(uuid()), NOW)).rejects.toMatchObject({ kind: 'not_found' });
  await expect(savePublication(db, planned(one.id, { address: 'javascript:1' }), NOW)).rejects.toMatchObject({
    kind: 'invalid',
  });
  const own = newDatabase(submitter);
  await pullTopics(own, [one]);
  await expect(savePublication(own, planned(one.id), NOW)).rejects.toMatchObject({ kind: 'not_allowed' });
  expect(await db.outbox.count()).toBe(0);
});

test('the agenda holds what is marked for the meeting, the oldest first', async () => {
  const [late, early] = [
    topic({ forMeeting: true, createdAt: NOW }),
    topic({ forMeeting: true, createdAt: NOW - DAY }),
  ];
  await pullTopics(db, [late, early, topic()]);
  expect((await agenda(db)).map(({ id }) => id)).toEqual([early.id, late.id]);
});

test('the agenda leaves out what is done, though it is still marked', async () => {
  const states = ['declined', 'merged', 'published', 'evaluated', 'accepted', 'held'] as const;
  await pullTopics(
    db,
    states.map((state, at) => topic({ forMeeting: true, state, createdAt: NOW + at })),
  );
  expect((await agenda(db)).map(({ state }) => state)).toEqual(['accepted', 'held']);
});
