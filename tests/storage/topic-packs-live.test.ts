/** Topics in packs change while they are read: by live queries, by another window, and between the two questions of a read. */
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { clipsAt, clipsOf } from '../../storage/clips.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { topicsThat } from '../../storage/every-topic.ts';
import { holdTopic } from '../../storage/hold-topic.ts';
import { inboxTopics, stateCounts } from '../../storage/inbox.ts';
import { live } from '../../storage/live.ts';
import { topicDetail } from '../../storage/topic-detail.ts';
import { topicAt, topicsInState } from '../../storage/topics.ts';
import { editor, NOW } from '../desk/samples.ts';
import { newDatabase, newIndexedDb } from './device.ts';
import { heldClips } from './held-topics.ts';
import { clipChange, goneChange, packAsUsual, packedDevice, said, tell, topicChange } from './packed-device.ts';

// Outside of a browser live queries ask nothing as long as there is no database of the browser's.
beforeAll(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
});
afterEach(packAsUsual);

const [A, B, C, D] = [said('Anton'), said('Berta'), said('Cäsar'), said('Dora')];
const [clipOfB] = B.clips;
if (clipOfB === undefined) throw new Error('no clip');
const RENAMED = { ...B.topic, title: 'Ein anderer' };
const MERGED = { ...B.topic, state: 'merged' as const, mergedInto: A.topic.id };

const READS = {
  'the list of a state': async (db: AccountDatabase) => {
    const { topics } = await inboxTopics(db, { ...EVERYTHING, states: ['new'] }, { limit: 9, after: null });
    return topics.map(({ topic }) => topic.title);
  },
  'one topic': async (db: AccountDatabase) => (await topicDetail(db, B.topic.id))?.topic,
  'a topic outside of a transaction': (db: AccountDatabase) => topicAt(db, B.topic.id),
  'the clips of a topic': async (db: AccountDatabase) => (await clipsOf(db, [B.topic.id])).map(({ clip }) => clip.note),
  'one clip': async (db: AccountDatabase) => (await clipsAt(db, [B.topic.id]))[0]?.clip.note,
  'all topics': (db: AccountDatabase) => topicsThat(db, () => true),
  'how many there are': stateCounts,
};
const CHANGES = {
  changes: [topicChange(RENAMED), clipChange({ ...clipOfB, clip: { ...clipOfB.clip, note: 'Nachtrag' } })],
  'is gone': [goneChange('topic', B.topic.id), goneChange('clip', B.topic.id)],
  'is merged': [topicChange(MERGED), clipChange({ ...clipOfB, topicId: A.topic.id })],
};
const STAYS = ['changes how many there are', 'is merged one clip'];

describe.each(Object.entries(READS))('%s', (name, read) => {
  test.each(Object.entries(CHANGES).filter(([what]) => !STAYS.includes(`${what} ${name}`)))(
    'is asked for again when a topic in a pack %s, by another window too',
    async (_what, changes) => {
      const indexedDb = newIndexedDb();
      const other = await packedDevice([A, B, C, D], indexedDb);
      const db = newDatabase(editor, indexedDb);
      const answers: unknown[] = [];
      const following = live<unknown>(() => read(db)).subscribe({ next: (answer) => answers.push(answer) });
      await vi.waitFor(() => expect(answers).toHaveLength(1));
      await tell(other, changes);
      const after = await read(db);
      expect(after).not.toEqual(answers[0]);
      await vi.waitFor(() => expect(answers.at(-1)).toEqual(after));
      following.unsubscribe();
    },
  );
});

describe.each(['before', 'after'] as const)(
  'what leaves its pack just %s the pack is read is found, and once',
  (when) => {
    /** Outside of a transaction, where somebody else may write between two questions. */
    const READS_OUTSIDE = {
      topicAt: async (db: AccountDatabase) => [(await topicAt(db, B.topic.id))?.id],
      clipAt: async (db: AccountDatabase) => (await clipsAt(db, [B.topic.id])).map((row) => row?.clip.id),
      clipsOf: async (db: AccountDatabase) => (await clipsOf(db, [B.topic.id])).map(({ clip }) => clip.id),
      topicsInState: async (db: AccountDatabase) => (await topicsInState(db, 'new')).map(({ id }) => id),
    };
    test.each(Object.entries(READS_OUTSIDE))('%s', async (name, read) => {
      const db = await packedDevice([A, B, C, D]);
      const changes = () => tell(db, [topicChange(RENAMED), clipChange(clipOfB)]);
      const bulkGet = db.topicPacks.bulkGet.bind(db.topicPacks);
      const asked = vi.spyOn(db.topicPacks as { bulkGet(keys: number[]): PromiseLike<unknown> }, 'bulkGet');
      asked.mockImplementationOnce(async (keys) => {
        if (when === 'before') await changes();
        const packs = await bulkGet(keys);
        if (when === 'after') await changes();
        return packs;
      });
      const expected = name === 'topicsInState' ? [A, B, C, D] : [B];
      expect((await read(db)).sort()).toEqual(expected.map(({ topic }) => topic.id));
    });
  },
);

test('[ST2] a topic of the archive takes its clips out of the packs of others', async () => {
  const db = await packedDevice([A, B, C]);
  const held = { notes: [], questions: [], publications: [], assignments: [], clearances: [] };
  await holdTopic(db, { ...held, topic: D.topic, clips: [{ ...clipOfB, topicId: D.topic.id, receivedAt: NOW }] });
  expect((await heldClips(db)).map(({ clip, topicId }) => [clip.id, topicId])).toEqual([
    [A.topic.id, A.topic.id],
    [B.topic.id, D.topic.id],
    [C.topic.id, C.topic.id],
  ]);
  expect(await clipsOf(db, [B.topic.id])).toEqual([]);
});
