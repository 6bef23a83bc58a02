import { expect, test } from 'vitest';
import { applyDecision, recordDecision } from '../../desk/decisions.ts';
import type { Topic } from '../../protocol/topic.ts';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { decide } from '../../storage/decide.ts';
import { decideMany, seenAs, undoMany } from '../../storage/decide-many.ts';
import { everySeenTopic, inboxTopics, stateCounts } from '../../storage/inbox.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { DAY, decision, editor, NOW, submitter, topic } from '../desk/samples.ts';
import { answerAll, pullTopics } from './acts.ts';
import { newDatabase } from './device.ts';

const DECLINE = { to: 'declined', reason: 'covered', sentence: 'Danke, das lief im März.', holdUntil: null } as const;
const ACCEPT = { to: 'accepted', reason: null, sentence: null, holdUntil: null } as const;

const many = (count: number): Topic[] => Array.from({ length: count }, () => topic());

async function deskWith(topics: readonly Topic[]) {
  const db = newDatabase(editor);
  await pullTopics(db, topics);
  return db;
}

/** What the queue makes of all that waits, as the next pull brings it. */
async function queueTakesAll(db: Awaited<ReturnType<typeof deskWith>>, topics: readonly Topic[], seq: number) {
  const shown = await Promise.all(topics.map(async ({ id }) => (await topicDetail(db, id))?.topic ?? topic()));
  await answerAll(db, [], seq);
  await pullTopics(db, shown, seq);
  return shown;
}

test('[ST1][ST2] one decision on many topics enters the outbox as a whole and is seen at once', async () => {
  const topics = many(600);
  const db = await deskWith(topics);
  const seen: number[] = [];
  const outcome = await decideMany(db, topics.map(seenAs), DECLINE, NOW, (done) => seen.push(done));
  expect(outcome.made).toHaveLength(600);
  expect(outcome.refused).toEqual([]);
  expect(await stateCounts(db)).toMatchObject({ new: 0, declined: 600 });
  const numbers = (await db.outbox.toArray()).map(({ number }) => number);
  expect(numbers).toEqual(Array.from({ length: 600 }, (_, at) => at + 1));
  expect(seen.at(-1)).toBe(600);
  expect(seen.length).toBeGreaterThan(1);
});

test('what the rules refuse is reported topic by topic, and the others are decided', async () => {
  const open = topic();
  const published = topic({ state: 'published' });
  const gone = topic();
  const db = await deskWith([open, published]);
  const outcome = await decideMany(db, [open, published, gone].map(seenAs), ACCEPT, NOW);
  expect(outcome.made).toMatchObject([{ topicId: open.id }]);
  expect(outcome.refused).toEqual([
    { topicId: published.id, because: 'forbidden_transition' },
    { topicId: gone.id, because: 'not_found' },
  ]);
  expect(await db.outbox.count()).toBe(1);

  const reasonless = await decideMany(db, [seenAs(open)], { ...DECLINE, reason: null }, NOW);
  expect(reasonless).toMatchObject({ made: [], refused: [{ because: 'conflict' }] });
  const theirs = newDatabase(submitter);
  await pullTopics(theirs, [open]);
  expect(await decideMany(theirs, [seenAs(open)], ACCEPT, NOW)).toMatchObject({
    made: [],
    refused: [{ because: 'not_allowed' }],
  });
});

test('a topic that a colleague decided on after it was picked is left alone, although the rules would allow it', async () => {
  const picked = topic();
  const db = await deskWith([picked]);
  const seen = seenAs(picked);
  const accepted = applyDecision(picked, recordDecision(picked, decision(picked, {}), editor, NOW));
  await pullTopics(db, [accepted], 2);
  const outcome = await decideMany(db, [seen], DECLINE, NOW);
  expect(outcome).toEqual({ made: [], refused: [{ topicId: picked.id, because: 'conflict' }] });
});

test('one undo takes the whole batch back, before it was sent and after', async () => {
  const topics = many(100);
  const db = await deskWith(topics);
  const first = await decideMany(db, topics.map(seenAs), DECLINE, NOW);
  expect((await undoMany(db, first.made, NOW + 1)).made).toHaveLength(100);
  expect(await stateCounts(db)).toMatchObject({ new: 100, declined: 0 });

  const taken = await queueTakesAll(db, topics, 2);
  const second = await decideMany(db, taken.map(seenAs), DECLINE, NOW + 2);
  const declined = await queueTakesAll(db, taken, 3);
  expect(await db.outbox.count()).toBe(0);
  expect(declined.every(({ state }) => state === 'declined')).toBe(true);
  expect((await undoMany(db, second.made, NOW + 3)).refused).toEqual([]);
  const { topics: listed } = await inboxTopics(db, { ...EVERYTHING, states: ['new'] }, { limit: 200, after: null });
  expect(listed).toHaveLength(100);
});

test('undo leaves what moved on meanwhile and says so; a second undo takes nothing back', async () => {
  const topics = many(3);
  const db = await deskWith(topics);
  const { made } = await decideMany(db, topics.map(seenAs), DECLINE, NOW);
  const [moved] = topics;
  if (moved === undefined) throw new Error('no topic');
  const reopen = { topicId: moved.id, to: 'new', reason: null, sentence: null, holdUntil: null } as const;
  await decide(db, reopen, NOW + 1);
  const outcome = await undoMany(db, made, NOW + 2);
  expect(outcome.made).toHaveLength(2);
  expect(outcome.refused).toEqual([{ topicId: moved.id, because: 'conflict' }]);
  expect((await undoMany(db, made, NOW + 3)).made).toEqual([]);
});

test('[DK3] two decisions on one topic are taken back one after the other, before they were sent and after', async () => {
  const topics = many(2);
  const db = await deskWith(topics);
  const held = await decideMany(db, topics.map(seenAs), { ...ACCEPT, to: 'held', holdUntil: NOW + DAY }, NOW);
  const seen = await queueTakesAll(db, topics, 2);
  const accepted = await decideMany(db, seen.map(seenAs), ACCEPT, NOW + 1);
  expect((await undoMany(db, accepted.made, NOW + 2)).refused).toEqual([]);
  expect((await undoMany(db, held.made, NOW + 3)).refused).toEqual([]);
  expect(await stateCounts(db)).toMatchObject({ new: 2, held: 0, accepted: 0 });
});

test('two devices that undo the same batch in either order come to see the same', async () => {
  const topics = many(4);
  const desks = [await deskWith(topics), await deskWith(topics)] as const;
  const [here, there] = desks;
  const { made } = await decideMany(here, topics.map(seenAs), DECLINE, NOW);
  const declined = await queueTakesAll(here, topics, 2);
  await pullTopics(there, declined, 2);
  await undoMany(there, made.slice(0, 2), NOW + 1);
  const halfUndone = await queueTakesAll(there, declined, 3);
  // Here the undo is made before the other's arrives; the queue refuses what was undone already.
  const late = await undoMany(here, made, NOW + 2);
  const refusedThere = (await here.outbox.toArray()).slice(0, 2).map(({ id }) => id);
  await answerAll(here, refusedThere, 4);
  await pullTopics(here, halfUndone, 3);
  const final = await Promise.all(topics.map(async ({ id }) => (await topicDetail(here, id))?.topic));
  expect(late.made).toHaveLength(4);
  expect(final.map((one) => one?.state)).toEqual(['new', 'new', 'new', 'new']);
  await pullTopics(
    there,
    final.filter((one) => one !== undefined),
    4,
  );
  expect(await stateCounts(there)).toMatchObject({ new: 4, declined: 0 });
});

test('every topic of a filter can be picked, also beyond the rows that were loaded', async () => {
  const held = topic({ state: 'held', holdUntil: NOW + DAY });
  const db = await deskWith([...many(230), held]);
  const seen = await everySeenTopic(db, { ...EVERYTHING, states: ['new'] });
  expect(seen).toHaveLength(230);
  expect(seen.some(({ topicId }) => topicId === held.id)).toBe(false);
});
