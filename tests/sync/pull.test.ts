import { expect, test, vi } from 'vitest';
import type { Topic } from '../../protocol/topic.ts';
import { holdTopic } from '../../storage/hold-topic.ts';
import { stateCounts } from '../../storage/inbox.ts';
import { readMeta } from '../../storage/meta.ts';
import { SyncError } from '../../sync/errors.ts';
import { pullAll } from '../../sync/pull.ts';
import type { Pull } from '../../sync/transport.ts';
import { editor, NOW, topic } from '../desk/samples.ts';
import { newDatabase, page } from '../storage/device.ts';
import { transport } from './answers.ts';

const clock = () => NOW;
const topicPage = (seq: number, more: boolean) => {
  const row = topic();
  return page([{ kind: 'topic', id: row.id, row }], { seq, more });
};

test('[PL4] the next page is asked for before this one is stored', async () => {
  const db = newDatabase();
  const stored: number[] = [];
  const pull = vi.fn(async ({ cursor }: Pull) => {
    stored.push(await db.topics.count());
    return topicPage((cursor?.seq ?? 0) + 1, (cursor?.seq ?? 0) < 2);
  });
  await pullAll(db, transport({ pull }), clock);
  expect(pull.mock.calls.map(([{ cursor }]) => cursor?.seq ?? null)).toEqual([null, 1, 2]);
  expect(stored).toEqual([0, 0, 1]);
  expect(await db.topics.count()).toBe(3);
});

test('[PL3] a pull that breaks off goes on where it was stored', async () => {
  const db = newDatabase();
  const asked: (number | null)[] = [];
  const pull = async ({ cursor }: Pull) => {
    asked.push(cursor?.seq ?? null);
    if (asked.length === 2) throw new SyncError('unreachable');
    return topicPage((cursor?.seq ?? 0) + 1, cursor === null);
  };
  await expect(pullAll(db, transport({ pull }), clock)).rejects.toMatchObject({ kind: 'unreachable' });
  expect((await readMeta(db, 'cursor'))?.seq).toBe(1);
  await pullAll(db, transport({ pull }), clock);
  expect(asked).toEqual([null, 1, 1]);
});

test('a queue that never comes to an end is not believed', async () => {
  const db = newDatabase();
  const pull = async () => page([], { seq: 1, more: true });
  await expect(pullAll(db, transport({ pull }), clock)).rejects.toMatchObject({ kind: 'not_a_queue' });
});

test('a page that cannot be stored is asked for again', async () => {
  const db = newDatabase();
  const fail = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  db.topics.hook('creating', fail);
  const pull = async () => topicPage(1, false);
  await expect(pullAll(db, transport({ pull }), clock)).rejects.toMatchObject({ kind: 'storage_full' });
  expect(await readMeta(db, 'cursor')).toBeNull();
});

test.each([false, true])(
  '[PL1] counts are true though a first pull does not look for topics, archive: %s',
  async (archive) => {
    const db = newDatabase(editor);
    const [moves, held, other] = [topic(), topic(), topic()];
    const told = (row: Topic) => ({ kind: 'topic', id: row.id, row }) as const;
    const pages = [[told(moves)], [told(held)], [told(other), told({ ...moves, state: 'accepted' })]] as const;
    const hanging = { notes: [], questions: [], publications: [], clearances: [], assignments: [] };
    const pull = async ({ cursor }: Pull) => {
      const at = cursor?.seq ?? 0;
      // Before the second page is stored somebody looks at a topic of the archive, which is on that page.
      if (archive && at === 2) await holdTopic(db, { topic: held, clips: [], ...hanging });
      return page([...(pages[at] ?? [])], { seq: at + 1, more: at + 1 < pages.length });
    };
    await pullAll(db, transport({ pull }), clock);
    expect(await db.topics.count()).toBe(3);
    expect(await stateCounts(db)).toMatchObject({ new: 2, accepted: 1 });
  },
);
