import { expect, test } from 'vitest';
import { lookingNow } from '../../desk/topic-filter.ts';
import type { Clip } from '../../protocol/clip.ts';
import type { Change } from '../../protocol/pull.ts';
import type { Topic } from '../../protocol/topic.ts';
import { EVERYTHING, type TopicFilter } from '../../protocol/topic-filter.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { decide } from '../../storage/decide.ts';
import { FRESH_SCHEDULE, readMeta, writeMeta } from '../../storage/meta.ts';
import { receivePage } from '../../storage/receive-page.ts';
import { strategy } from '../../storage/strategy.ts';
import { cardsOn, ensureCards, makeMissingCards, readCards } from '../../storage/topic-cards.ts';
import { countUnder, searchTopics } from '../../storage/topic-search.ts';
import { dropOldTopics } from '../../storage/working-set.ts';
import { DAY, department, editor, goal, NOW, clip as sampleClip, submitter, topic, uuid } from '../desk/samples.ts';
import { saveOne } from './acts.ts';
import { newDatabase, page } from './device.ts';

let seq = 0;
async function pull(db: AccountDatabase, changes: Change[], over: { reset?: boolean } = {}) {
  seq += 1;
  await receivePage(db, await readMeta(db, 'cursor'), page(changes, { seq, ...over }), NOW);
}

const topicChange = (row: Topic): Change => ({ kind: 'topic', id: row.id, row });
const clipChange = (topicId: string, clip: Clip, by = submitter): Change => ({
  kind: 'clip',
  id: clip.id,
  row: { clip, topicId, submitter: { id: by.id, name: by.name }, addressKey: '2.x', receivedAt: NOW },
});

async function find(db: AccountDatabase, over: Partial<TopicFilter>, limit = 50) {
  const shelf = await readCards(db);
  const options = { limit, looking: lookingNow(editor.id, NOW), strategy: await strategy(db) };
  return searchTopics(db, shelf, { ...EVERYTHING, ...over }, options);
}
const titles = async (db: AccountDatabase, over: Partial<TopicFilter>) =>
  (await find(db, over)).topics.map((each) => each.topic.title);

async function desk() {
  const db = newDatabase(editor);
  const [first, second, third] = [
    topic({ title: 'Neue Lehrwerkstatt eröffnet', stateSince: NOW - DAY }),
    topic({ title: 'Speiseplan der Kantine', stateSince: NOW - 2 * DAY, departmentId: 'it', goalId: null }),
    topic({ title: 'Werkstätten im Rathaus', state: 'declined', stateSince: NOW - 3 * DAY }),
  ];
  const plain = { title: 'Seite', excerpt: '', siteName: null, byline: [] };
  await pull(db, [
    { kind: 'department', id: 'hr', row: department() },
    { kind: 'department', id: 'it', row: department({ id: 'it', name: { de: 'Informationstechnik', en: 'IT' } }) },
    { kind: 'goal', id: 'attract-apprentices', row: goal() },
    ...[first, second, third].map(topicChange),
    clipChange(first.id, sampleClip({ ...plain, id: first.id, quote: 'Zwölf Azubis lernen Schweißen.' })),
    clipChange(second.id, sampleClip({ ...plain, id: second.id, note: 'Blick in die Werkstatt des Kochs' })),
    clipChange(third.id, sampleClip({ ...plain, id: third.id, siteName: 'Rathauspost' }), editor),
  ]);
  return { db, first, second, third };
}

test('a search finds words of titles, quotes, notes, sites, people, departments and goals, titles first', async () => {
  const { db, first, second, third } = await desk();
  expect(await titles(db, { text: 'werkstatt' })).toEqual([third.title, first.title, second.title]);
  expect(await titles(db, { text: 'Azubi schweissen' })).toEqual([first.title]);
  expect(await titles(db, { text: 'rathauspost' })).toEqual([third.title]);
  expect(await titles(db, { text: 'erik' })).toEqual([third.title]);
  expect(await titles(db, { text: 'Informationstechniken' })).toEqual([second.title]);
  expect(await titles(db, { text: 'Auszubildende gewinnen' })).toEqual([first.title, third.title]);
  expect(await titles(db, { text: 'nirgends' })).toEqual([]);
  expect(await titles(db, { text: ' & ' })).toEqual([]);
});

test('a search goes together with every filter, and says how many there are', async () => {
  const { db, first, second } = await desk();
  expect(await titles(db, { text: 'werkstatt', states: ['new'] })).toEqual([first.title, second.title]);
  expect(await titles(db, { text: 'werkstatt', departmentIds: ['it'] })).toEqual([second.title]);
  const { total, topics, next } = await find(db, { text: 'werkstatt' }, 1);
  expect([total, topics.length, next === null]).toEqual([3, 1, false]);
});

test('[ST2] a waiting decision counts in a search before the queue knows it, and so does an unsent clip', async () => {
  const { db, first } = await desk();
  await decide(
    db,
    { topicId: first.id, to: 'accepted', reason: null, sentence: null, holdUntil: null, holdReason: null, into: null },
    NOW,
  );
  expect(await titles(db, { text: 'lehrwerkstatt', states: ['new'] })).toEqual([]);
  expect(await titles(db, { text: 'lehrwerkstatt', states: ['accepted'] })).toEqual([first.title]);
  await saveOne(db, 'a', { title: 'Ganz neues Fundstück', note: 'Notiz vom Sommerfest' });
  expect(await titles(db, { text: 'sommerfest' })).toEqual(['Ganz neues Fundstück']);
});

test('filters by date, clock, lead and meeting combine and are counted', async () => {
  const db = newDatabase(editor);
  const lead = { id: editor.id, name: editor.name };
  const rows = [
    topic({ title: 'überfällig', dueAt: NOW - 1 }),
    topic({ title: 'mein Thema', state: 'accepted', lead }),
    topic({ title: 'heute', state: 'held', holdUntil: NOW + 60_000 }),
    topic({ title: 'später', state: 'held', holdUntil: NOW + 9 * DAY, forMeeting: true }),
    topic({ title: 'alt', createdAt: NOW - 40 * DAY, labels: ['Messe'] }),
    topic({ title: 'gefragt', state: 'query' }),
  ];
  const asked = rows.at(-1);
  await pull(db, rows.map(topicChange));
  await pull(db, [
    {
      kind: 'question',
      id: uuid(),
      row: {
        ...{ id: uuid(), topicId: asked?.id ?? '', toId: 'anna', askedAs: 'submitter', form: 'text', text: 'Wann?' },
        ...{ options: [], topicTitle: 'gefragt', to: { id: 'anna', name: 'Anna' }, askedBy: lead, askedAt: NOW },
        insteadOf: null,
        ...{ deliverAt: NOW, deliveredAt: NOW, dueAt: NOW, state: 'delivered', answer: null, answeredAt: null },
      },
    },
  ]);
  expect(await titles(db, { overdue: true })).toEqual(['überfällig']);
  expect(await titles(db, { leadId: 'me' })).toEqual(['mein Thema']);
  expect(await titles(db, { waitsForMe: true })).toEqual(['mein Thema']);
  expect((await titles(db, { dueToday: true })).sort()).toEqual(['gefragt', 'heute']);
  expect(await titles(db, { forMeeting: true })).toEqual(['später']);
  expect(await titles(db, { createdTo: NOW - DAY })).toEqual(['alt']);
  expect(await titles(db, { createdFrom: NOW - DAY, states: ['held'], forMeeting: true })).toEqual(['später']);
  expect(await titles(db, { labels: ['Messe', 'x'] })).toEqual(['alt']);
  const filters = [{ overdue: true }, {}, { states: ['held' as const] }].map((over) => ({ ...EVERYTHING, ...over }));
  const shelf = await readCards(db);
  const given = { looking: lookingNow(editor.id, NOW), strategy: await strategy(db) };
  expect(await countUnder(db, shelf, filters, given)).toEqual([1, 6, 2]);
});

test('[ST2] the counts of views follow a decision that waits, without being counted anew', async () => {
  const { db, first } = await desk();
  const shelf = await readCards(db);
  const filters = [{ states: ['new' as const] }, { states: ['declined' as const] }, { text: 'werkstatt' }].map(
    (over) => ({
      ...EVERYTHING,
      ...over,
    }),
  );
  const given = { looking: lookingNow(editor.id, NOW), strategy: await strategy(db) };
  const before = await countUnder(db, shelf, filters, given);
  await decide(db, { topicId: first.id, to: 'declined', reason: 'thin', sentence: 'Danke!', holdUntil: null }, NOW);
  const [open = 0, declined = 0, found = 0] = before;
  expect(await countUnder(db, shelf, filters, given)).toEqual([open - 1, declined + 1, found]);
});

/** mulberry32 */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

test.each([1, 2, 3, 4, 5, 6, 7, 8])('kept cards equal cards made anew after any changes (seed %i)', async (seed) => {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const db = newDatabase(editor);
  await writeMeta(db, 'schedule', { ...FRESH_SCHEDULE, lastSyncAt: NOW });
  const words = ['Werk', 'Haus', 'Spende', 'Azubi', 'Messe', 'Strom', 'Netz'];
  const title = () => `${pick(words)} ${pick(words)} ${Math.floor(random() * 50)}`;
  const live = new Map<string, { topic: Topic; clips: Map<string, Clip> }>();
  for (let round = 0; round < 25; round += 1) {
    const changes: Change[] = [];
    for (let step = 0; step < 4; step += 1) {
      const dice = random();
      const some = pick([...live.values()]);
      if (dice < 0.35 || some === undefined) {
        const made = topic({
          id: crypto.randomUUID(),
          title: title(),
          stateSince: NOW - Math.floor(random() * 200) * DAY,
        });
        live.set(made.id, { topic: made, clips: new Map() });
        changes.push(topicChange(made));
      } else if (dice < 0.5) {
        const changed = { ...some.topic, title: title(), state: pick(['new', 'declined', 'merged'] as const) ?? 'new' };
        some.topic = changed;
        changes.push(topicChange(changed));
      } else if (dice < 0.75) {
        const known = pick([...some.clips.values()]);
        const clip = sampleClip({ id: known?.id ?? crypto.randomUUID(), note: title() });
        some.clips.set(clip.id, clip);
        changes.push(clipChange(some.topic.id, clip));
      } else if (dice < 0.9) {
        const clip = pick([...some.clips.values()]);
        const target = pick([...live.values()]);
        if (clip === undefined || target === undefined) continue;
        // Merging moves a clip to another topic, taking it back erases it.
        some.clips.delete(clip.id);
        if (random() < 0.5) changes.push({ kind: 'clip', id: clip.id, row: null });
        else {
          target.clips.set(clip.id, clip);
          changes.push(clipChange(target.topic.id, clip));
        }
      } else {
        live.delete(some.topic.id);
        changes.push({ kind: 'topic', id: some.topic.id, row: null });
      }
    }
    const reset = random() < 0.05;
    if (reset) live.clear();
    // Of several changes of one key a page has the last.
    const last = new Map(changes.map((change) => [`${change.kind} ${change.id}`, change]));
    await pull(db, reset ? [] : [...last.values()], { reset });
    if (random() < 0.1) await dropOldTopics(db, NOW);
    if (random() < 0.1) await db.topicCards.where('bucket').startsWith('a').modify({ version: 0 });
  }
  await ensureCards(db);
  const kept = await db.topicCards.toArray();
  await db.topicCards.clear();
  await ensureCards(db);
  expect(kept).toEqual(await db.topicCards.toArray());
  expect([...cardsOn(await readCards(db))]).toHaveLength(await db.topics.count());
});

test('while the first pull goes on no cards are kept up from page to page; all are made when everything is here', async () => {
  const db = newDatabase(editor);
  await receivePage(db, null, page([topicChange(topic())], { seq: 1, more: true }), NOW);
  await ensureCards(db);
  expect(await db.topicCards.count()).toBe(0);
  await receivePage(db, page([], { seq: 1 }).cursor, page([topicChange(topic({ id: uuid() }))], { seq: 2 }), NOW);
  await makeMissingCards(db);
  expect([...cardsOn(await readCards(db))]).toHaveLength(2);
  await receivePage(db, page([], { seq: 2 }).cursor, page([topicChange(topic({ id: uuid() }))], { seq: 3 }), NOW);
  expect([...cardsOn(await readCards(db))]).toHaveLength(3);
});

test('how many stand in each state follows the search as the list does', async () => {
  const { db } = await desk();
  const count = async (filter: Partial<TopicFilter>) => (await find(db, { states: ['declined'], ...filter })).counts;
  expect(await count({ text: 'kantine' })).toEqual({ new: 1 });
  expect(await count({ text: 'gibtesnicht' })).toEqual({});
});

test('a broken topic keeps neither a pull from being stored nor a search from being answered', async () => {
  const { db, first } = await desk();
  await db.topics.update(first.id, { title: 7 } as never);
  await pull(db, [clipChange(first.id, sampleClip({ note: 'noch eins' }))]);
  expect(await titles(db, { text: 'kantine' })).toEqual(['Speiseplan der Kantine']);
});
