import { expect, test } from 'vitest';
import { applyDecision, recordDecision } from '../../desk/decisions.ts';
import { decide, decideAfterAll, undoDecision } from '../../storage/decide.ts';
import { decideMany, seenAs } from '../../storage/decide-many.ts';
import { savePublication } from '../../storage/save-publication.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { DAY, decision, editor, NOW, publication, topic, uuid } from '../desk/samples.ts';
import { answerAll, pullTopics } from './acts.ts';
import { newDatabase } from './device.ts';

const accept = (topicId: string) => ({
  topicId,
  to: 'accepted' as const,
  reason: null,
  sentence: null,
  holdUntil: null,
});
const hold = (topicId: string) => ({ ...accept(topicId), to: 'held' as const, holdUntil: NOW + DAY });

test('[ST2] decisions follow each other before any of them was sent, and are seen at once', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  const first = await decide(db, hold(open.id), NOW);
  const second = await decide(db, accept(open.id), NOW + 1);
  expect([first.after, second.after]).toEqual([null, first.id]);
  expect(await db.topics.get(open.id)).toEqual(open);
  expect(await topicDetail(db, open.id)).toMatchObject({
    topic: { state: 'accepted', lead: { id: editor.id }, decisions: [{ id: first.id }, { id: second.id }] },
    waiting: true,
  });
  expect((await db.outbox.toArray()).map(({ id }) => id)).toEqual([first.id, second.id]);
});

test('undo takes back the last decision, once', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  const made = await decide(db, accept(open.id), NOW);
  expect(await undoDecision(db, open.id, NOW + 1)).toMatchObject({ to: 'new', undoes: made.id, after: made.id });
  expect((await topicDetail(db, open.id))?.topic).toMatchObject({
    state: 'new',
    stateSince: open.stateSince,
    lead: null,
  });
  await expect(undoDecision(db, open.id, NOW + 2)).rejects.toMatchObject({ kind: 'conflict' });
});

test('what the rules refuse does not enter the outbox', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  const refused = (choice: Parameters<typeof decide>[1]) => expect(decide(db, choice, NOW)).rejects;
  await refused({ ...accept(open.id), to: 'published' }).toMatchObject({ kind: 'forbidden_transition' });
  await refused({ ...accept(open.id), to: 'declined' }).toMatchObject({ kind: 'reason_missing', path: 'reason' });
  await refused({ ...hold(open.id), holdUntil: NOW - 1 }).toMatchObject({ kind: 'hold_date_missing' });
  await refused({ ...accept(open.id), sentence: ' ' }).toMatchObject({ kind: 'invalid', path: 'sentence' });
  await refused(accept(uuid())).toMatchObject({ kind: 'not_found' });
  await expect(undoDecision(db, open.id, NOW)).rejects.toMatchObject({ kind: 'conflict' });
  expect(await db.outbox.count()).toBe(0);

  const submitters = newDatabase();
  await pullTopics(submitters, [open]);
  await expect(decide(submitters, accept(open.id), NOW)).rejects.toMatchObject({ kind: 'not_allowed' });
});

test('a decision that the queue shows already is not applied twice, and one that lost shows what stands', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  const made = await decide(db, accept(open.id), NOW);
  await answerAll(db, [], 9);
  const shown = applyDecision(open, recordDecision(open, made, editor, NOW));
  await pullTopics(db, [shown], 2);
  expect(await db.outbox.count()).toBe(1);
  expect((await topicDetail(db, open.id))?.topic).toEqual(shown);

  const faster = applyDecision(open, recordDecision(open, decision(open, { to: 'held', holdUntil: NOW }), editor, NOW));
  await pullTopics(db, [faster], 3);
  expect((await topicDetail(db, open.id))?.topic).toEqual(faster);
});

test('a decision on what the editor no longer saw is refused here, and can be made after all', async () => {
  const db = newDatabase(editor);
  const open = topic();
  const other = { ...editor, id: 'mara', name: 'Mara' };
  const declined = decision(open, { to: 'declined', reason: 'thin', sentence: 'Zu dünn.' });
  await pullTopics(db, [applyDecision(open, recordDecision(open, declined, other, NOW))]);
  await expect(decide(db, { ...accept(open.id), seen: null }, NOW)).rejects.toMatchObject({ kind: 'conflict' });
  expect(await db.outbox.count()).toBe(0);
  const wanted = {
    to: 'accepted',
    reason: null,
    sentence: 'Gern!',
    holdUntil: null,
    holdReason: null,
    into: null,
  } as const;
  await decideAfterAll(db, open.id, wanted, null, NOW + 1);
  expect((await topicDetail(db, open.id))?.topic).toMatchObject({
    state: 'accepted',
    decisions: [{ to: 'declined' }, { undoes: declined.id }, { to: 'accepted', sentence: 'Gern!' }],
  });
});

test('[OB2] what was parked because somebody was faster goes only together with the new decision', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  const made = await decide(db, accept(open.id), NOW);
  await answerAll(db, [made.id]);
  const wanted = {
    to: 'published',
    reason: null,
    sentence: null,
    holdUntil: null,
    holdReason: null,
    into: null,
  } as const;
  await expect(decideAfterAll(db, open.id, wanted, made.id, NOW)).rejects.toMatchObject({
    kind: 'forbidden_transition',
  });
  expect(await db.parked.count()).toBe(1);
  await decideAfterAll(db, open.id, { ...wanted, to: 'accepted' }, made.id, NOW);
  expect(await db.parked.count()).toBe(0);
});

test('one’s own decision in between is no surprise', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  await decide(db, hold(open.id), NOW);
  await expect(decide(db, { ...accept(open.id), seen: null }, NOW)).resolves.toMatchObject({ to: 'accepted' });
});

test('[PB2] a plan under embargo that waits too keeps its topic from being called published', async () => {
  const db = newDatabase(editor);
  const work = topic({ state: 'in_work' });
  await pullTopics(db, [work]);
  const planned = publication(work, { state: 'planned', publishedAt: null, embargoUntil: NOW + DAY });
  await savePublication(db, planned, NOW);
  const publish = { ...accept(work.id), to: 'published' as const };
  await expect(decide(db, publish, NOW)).rejects.toMatchObject({ kind: 'page_embargo', path: 'to' });
  expect(await decideMany(db, [seenAs(work)], publish, NOW)).toMatchObject({ refused: [{ because: 'page_embargo' }] });
  // The embargo is over: what was decided before it waits, and the topic shows it.
  await decide(db, publish, NOW + DAY);
  expect((await topicDetail(db, work.id))?.topic.state).toBe('published');
});
