import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../protocol/limits.ts';
import { mutationSchema } from '../../protocol/mutation.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { acknowledge, type Batch, nextBatch, parkUnsendable } from '../../storage/batch.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { readMeta } from '../../storage/meta.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { saveClip } from '../../storage/save-clip.ts';
import { NOW } from '../desk/samples.ts';
import { draft, newClip, newDatabase, QUEUE } from './device.ts';

/** Keeps clips of different pages and answers with their ids. */
async function saveClips(db: AccountDatabase, count: number, note = ''): Promise<string[]> {
  const ids = [];
  for (let index = 0; index < count; index += 1) {
    const input = newClip({ draft: draft({ address: `https://intranet.example/${index}` }), note });
    ids.push((await saveClip(db, input, NOW)).clip.id);
  }
  return ids;
}

async function batchOf(db: AccountDatabase): Promise<Batch> {
  const batch = await nextBatch(db, LIMITS.pushBatch, NOW);
  if (batch === null) throw new Error('nothing waits');
  return batch;
}

const refusal = { kind: 'unknown_goal', path: 'clip.goalId' } as const;

test('[OB1] numbers run 1, 2, 3 without a gap, also when acts come at once; a database is a client', async () => {
  const db = newDatabase();
  const saves = ['a', 'b', 'c'].map((page) =>
    saveClip(db, newClip({ draft: draft({ address: `https://intranet.example/${page}` }) }), NOW),
  );
  await Promise.all(saves);
  const batch = await batchOf(db);
  expect(batch.mutations.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(new Set(batch.mutations.map(({ id }) => id)).size).toBe(3);
  expect(batch).toMatchObject({ epoch: QUEUE.epoch, acknowledged: 0 });
  const other = newDatabase();
  await saveClips(other, 1);
  expect((await batchOf(other)).clientId).not.toBe(batch.clientId);
});

test('[OB3] an entry carries the protocol that it was written in', async () => {
  const db = newDatabase();
  await saveClips(db, 1);
  expect((await batchOf(db)).mutations[0]?.protocol).toBe(PROTOCOL_VERSION);
});

describe('[OB2]', () => {
  test('[OB2] a refused entry is parked, not removed; its neighbours are settled', async () => {
    const db = newDatabase();
    const [first, second] = await saveClips(db, 2);
    const batch = await batchOf(db);
    const refused = [{ id: first ?? '', number: 1, refusal }];
    await acknowledge(db, batch, { lastNumber: 2, seq: 7, refused }, NOW);
    expect(await db.parked.toArray()).toMatchObject([{ id: first, refusal, entry: batch.mutations[0] }]);
    expect((await db.outbox.toArray()).map(({ id }) => id)).toEqual([second]);
    expect(await unsentCount(db)).toBe(0);
    expect(await nextBatch(db, 10, NOW)).toBeNull();
  });

  test('[OB2] a settled entry stays until a pull has passed it, and is not sent again', async () => {
    const db = newDatabase();
    await saveClips(db, 1);
    await acknowledge(db, await batchOf(db), { lastNumber: 1, seq: 7, refused: [] }, NOW);
    expect(await db.outbox.count()).toBe(1);
    expect(await nextBatch(db, 10, NOW)).toBeNull();
    expect(await readMeta(db, 'settled')).toEqual({ through: 1, seq: 7 });
  });

  test('[OB2] an outcome under another id or of another client settles and parks nothing', async () => {
    const db = newDatabase();
    await saveClips(db, 1);
    const batch = await batchOf(db);
    const stranger = [{ id: crypto.randomUUID(), number: 1, refusal }];
    await acknowledge(
      db,
      { ...batch, clientId: crypto.randomUUID() },
      { lastNumber: 1, seq: 7, refused: stranger },
      NOW,
    );
    expect(await unsentCount(db)).toBe(1);
    await acknowledge(db, batch, { lastNumber: 9, seq: 7, refused: stranger }, NOW);
    expect(await db.parked.count()).toBe(0);
    expect(await readMeta(db, 'settled')).toMatchObject({ through: 1 });
  });

  test('[OB2] an entry that is no mutation any more is parked and its number sent as noop; the others go', async () => {
    const db = newDatabase();
    const [first, , third] = await saveClips(db, 3);
    await db.outbox.update(2, { action: { name: 'somethingElse' } } as never);
    const broken = await db.outbox.get(2);
    const batch = await batchOf(db);
    expect(batch.mutations.map(({ number, action }) => [number, action.name])).toEqual([
      [1, 'saveClip'],
      [2, 'noop'],
      [3, 'saveClip'],
    ]);
    expect([batch.mutations[0]?.id, batch.mutations[2]?.id]).toEqual([first, third]);
    expect(batch.mutations[1]?.id).toBe(broken?.id);
    expect(await db.parked.toArray()).toMatchObject([{ refusal: { kind: 'invalid' }, entry: broken }]);
  });

  test('[OB2] an entry too large for the way is parked whole, and a refused noop does not overwrite it', async () => {
    const db = newDatabase();
    const [id] = await saveClips(db, 1);
    await parkUnsendable(db, 1, NOW);
    const batch = await batchOf(db);
    expect(batch.mutations).toMatchObject([{ id, number: 1, action: { name: 'noop' } }]);
    await acknowledge(db, batch, { lastNumber: 1, seq: 7, refused: [{ id: id ?? '', number: 1, refusal }] }, NOW);
    const [parked] = await db.parked.toArray();
    expect(mutationSchema.parse(parked?.entry).action.name).toBe('saveClip');
  });
});

test('a batch stays below what proxies let through, and is never empty', async () => {
  const db = newDatabase();
  await saveClips(db, 200, 'ß'.repeat(2_000));
  const { mutations } = await batchOf(db);
  const bytes = new TextEncoder().encode(JSON.stringify(mutations)).length;
  expect(mutations.length).toBeGreaterThan(50);
  expect(bytes).toBeLessThan(1_000_000);
  expect((await nextBatch(db, 1, NOW))?.mutations).toHaveLength(1);
});
