import { expect, test } from 'vitest';
import type { State, Topic } from '../../protocol/topic.ts';
import { EVERYTHING, type TopicFilter } from '../../protocol/topic-filter.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { decide } from '../../storage/decide.ts';
import { inboxTopics, stateCounts } from '../../storage/inbox.ts';
import { DAY, editor, NOW, topic } from '../desk/samples.ts';
import { pullTopics, saveOne } from './acts.ts';
import { newDatabase } from './device.ts';

/** Topics that differ in everything that is filtered by. */
function manyTopics(count: number): Topic[] {
  return Array.from({ length: count }, (_, index) =>
    topic({
      title: `Thema ${index}${index % 10 === 0 ? ' Werkstatt' : ''}`,
      state: (['new', 'held', 'accepted', 'declined'] as const)[index % 4] ?? 'new',
      departmentId: ['hr', 'it', 'sales'][index % 3] ?? 'hr',
      goalId: index % 5 === 0 ? null : 'attract-apprentices',
      kind: index % 2 === 0 ? 'news' : 'wiki',
      // Every moment is shared by two topics: their ids then decide.
      stateSince: NOW + Math.floor(index / 2) * 1_000,
    }),
  );
}

async function allPages(db: AccountDatabase, filter: TopicFilter, limit: number): Promise<Topic[]> {
  const all: Topic[] = [];
  let after = null;
  do {
    const page = await inboxTopics(db, filter, { limit, after });
    all.push(...page.topics.map(({ topic }) => topic));
    after = page.next;
  } while (after !== null);
  return all;
}

const isAmong = <T>(wanted: T[], value: T) => wanted.length === 0 || wanted.includes(value);
const fits = (filter: TopicFilter) => (topic: Topic) =>
  isAmong(filter.states, topic.state) &&
  isAmong(filter.departmentIds, topic.departmentId) &&
  isAmong<string | null>(filter.goalIds, topic.goalId) &&
  isAmong(filter.kinds, topic.kind);

const filters: Partial<TopicFilter>[] = [
  {},
  { states: ['new'] },
  { states: ['declined'] },
  { states: ['new', 'held'] },
  { states: ['accepted', 'declined'], kinds: ['wiki'] },
  { departmentIds: ['hr'] },
  { states: ['new'], departmentIds: ['hr'], kinds: ['news'] },
  { goalIds: ['attract-apprentices'], states: ['held'] },
  { kinds: ['wiki'] },
];

test.each(filters)('pages of %o together are all that fit, in order, once, and as many as counted', async (some) => {
  const db = newDatabase(editor);
  const topics = manyTopics(60);
  await pullTopics(db, topics);
  const filter = { ...EVERYTHING, ...some };
  const found = await allPages(db, filter, 7);
  const oldestFirst = filter.states.length > 0 && filter.states.every((state) => state === 'new' || state === 'held');
  const expected = topics.filter(fits(filter)).sort((a, b) => {
    const order = a.stateSince - b.stateSince || (a.id < b.id ? -1 : 1);
    return oldestFirst ? order : -order;
  });
  expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  const { total } = await inboxTopics(db, filter, { limit: 5, after: null });
  expect(total).toBe(expected.length);
});

test('the few topics of a department are found behind the many of others', async () => {
  const db = newDatabase(editor);
  const topics = manyTopics(200).map((one, index) => ({
    ...one,
    state: 'new' as const,
    departmentId: index < 190 ? 'hr' : 'it',
  }));
  await pullTopics(db, topics);
  const found = await allPages(db, { ...EVERYTHING, states: ['new'], departmentIds: ['it'] }, 3);
  expect(found.map(({ title }) => title).sort()).toEqual(
    topics
      .slice(190)
      .map(({ title }) => title)
      .sort(),
  );
});

test('[ST2] a waiting decision moves its topic between lists and counts before the queue knows', async () => {
  const db = newDatabase(editor);
  const [first, second] = [topic({ stateSince: NOW }), topic({ stateSince: NOW + 1 })];
  await pullTopics(db, [first, second]);
  await decide(db, { topicId: first.id, to: 'held', reason: null, sentence: null, holdUntil: NOW + DAY }, NOW + 5);
  const list = async (state: State) =>
    (await inboxTopics(db, { ...EVERYTHING, states: [state] }, { limit: 10, after: null })).topics.map((row) => [
      row.topic.id,
      row.waiting,
    ]);
  expect(await list('new')).toEqual([[second.id, false]]);
  expect(await list('held')).toEqual([[first.id, true]]);
  expect(await stateCounts(db)).toMatchObject({ new: 1, held: 1 });
});

test("[ST2] an editor's own clip is in their inbox before it was sent, with the name of its site", async () => {
  const db = newDatabase(editor);
  const saved = await saveOne(db);
  const { topics, total } = await inboxTopics(db, { ...EVERYTHING, states: ['new'] }, { limit: 10, after: null });
  expect(topics).toMatchObject([{ topic: { id: saved.id }, siteName: 'Intranet', waiting: true }]);
  expect(total).toBe(1);
});

test('a broken row is left out and its neighbours are shown', async () => {
  const db = newDatabase(editor);
  const [sound, broken] = [topic(), topic()];
  await pullTopics(db, [sound, broken]);
  await db.topics.update(broken.id, { title: 7 } as never);
  const { topics } = await inboxTopics(db, EVERYTHING, { limit: 10, after: null });
  expect(topics.map((row) => row.topic.id)).toEqual([sound.id]);
});
