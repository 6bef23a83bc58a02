import { Dexie } from 'dexie';
import { expect, test, vi } from 'vitest';
import { readMeta } from '../../storage/meta.ts';
import { appendMany, unsentCount } from '../../storage/outbox.ts';
import { SyncError } from '../../sync/errors.ts';
import { pushAll } from '../../sync/push.ts';
import type { Push } from '../../sync/transport.ts';
import { NOW } from '../desk/samples.ts';
import { saveOne } from '../storage/acts.ts';
import { newDatabase } from '../storage/device.ts';
import { transport } from './answers.ts';

const clock = () => NOW;
const REFUSED = { name: 'withdrawClip', clipId: '00000000-0000-4000-8000-000000000001' } as const;
const names = ['a', 'b', 'c', 'd', 'e'];

async function databaseWith(count: number) {
  const db = newDatabase();
  for (const name of names.slice(0, count)) await saveOne(db, name);
  return db;
}

test('[PU1] no transaction is open during a request: the person can clip meanwhile', async () => {
  const db = await databaseWith(1);
  const answers = transport();
  const push = vi.fn(async (request: Push) => {
    expect(Dexie.currentTransaction).toBeNull();
    if (push.mock.calls.length === 1) await saveOne(db, 'meanwhile');
    return answers.push(request);
  });
  await pushAll(db, transport({ push }), clock);
  expect(answers.pushed.map(({ mutations }) => mutations.map(({ number }) => number))).toEqual([[1], [2]]);
  expect(await unsentCount(db)).toBe(0);
});

test('[PU3] after a lost answer the same request goes again, byte for byte', async () => {
  const db = await databaseWith(3);
  const bodies: string[] = [];
  const answers = transport();
  const push = async (request: Push) => {
    bodies.push(JSON.stringify(request));
    if (bodies.length === 1) throw new SyncError('unreachable');
    return answers.push(request);
  };
  await expect(pushAll(db, transport({ push }), clock)).rejects.toMatchObject({ kind: 'unreachable' });
  expect(await unsentCount(db)).toBe(3);
  await pushAll(db, transport({ push }), clock);
  expect(bodies[1]).toBe(bodies[0]);
  expect(await unsentCount(db)).toBe(0);
});

test('[OB2] what is too large together goes in halves, what is too large alone is parked and its number kept', async () => {
  const db = await databaseWith(5);
  const huge = (await db.outbox.get(3))?.id;
  const sent: [number, string][] = [];
  const push = async (request: Push) => {
    if (request.mutations.some(({ id, action }) => id === huge && action.name !== 'noop'))
      throw new SyncError('too_large');
    sent.push(...request.mutations.map(({ number, action }): [number, string] => [number, action.name]));
    return transport().push(request);
  };
  await pushAll(db, transport({ push }), clock);
  expect(sent).toEqual([
    [1, 'saveClip'],
    [2, 'saveClip'],
    [3, 'noop'],
    [4, 'saveClip'],
    [5, 'saveClip'],
  ]);
  expect((await db.parked.toArray()).map(({ id }) => id)).toEqual([huge]);
});

test.each(['forked', 'gap'] as const)('[CL2] %s: a new identity sends the same entries from 1', async (kind) => {
  const db = await databaseWith(2);
  const before = await readMeta(db, 'client');
  const requests: Push[] = [];
  const push = async (request: Push) => {
    requests.push(request);
    if (request.clientId === before.clientId) throw new SyncError(kind);
    return transport().push(request);
  };
  await pushAll(db, transport({ push }), clock);
  expect(requests).toHaveLength(2);
  expect(requests[1]?.mutations).toEqual(requests[0]?.mutations);
  expect(await unsentCount(db)).toBe(0);
});

test('[CL2] a queue that calls every identity a fork is not asked for ever', async () => {
  const db = await databaseWith(1);
  const push = vi.fn(() => Promise.reject(new SyncError('forked')));
  await expect(pushAll(db, transport({ push }), clock)).rejects.toMatchObject({ kind: 'forked' });
  expect(push.mock.calls.length).toBeLessThan(6);
  expect(await unsentCount(db)).toBe(1);
});

test('an answer that settles nothing is no success', async () => {
  const db = await databaseWith(1);
  const push = async () => ({ lastNumber: 0, seq: 1, refused: [] });
  await expect(pushAll(db, transport({ push }), clock)).rejects.toMatchObject({ kind: 'not_a_queue' });
  expect(await unsentCount(db)).toBe(1);
});

test('[PU1][CL2] of many the next are read meanwhile; they wait for those of before that were not settled', async () => {
  const db = newDatabase();
  const entries = Array.from({ length: 1_200 }, () => ({ id: crypto.randomUUID(), action: { name: 'noop' } as const }));
  await db.transaction('rw', db.outbox, db.meta, () => appendMany(db, entries, NOW));
  const sent: [number, number][] = [];
  const push = async (request: Push) => {
    const [first, last] = [request.mutations[0]?.number ?? 0, request.mutations.at(-1)?.number ?? 0];
    sent.push([first, last]);
    const lastNumber = sent.length === 3 ? last - 50 : last;
    return { lastNumber, seq: 1, refused: [] };
  };
  await pushAll(db, transport({ push }), clock);
  expect(sent).toEqual([
    [1, 100],
    [101, 600],
    [601, 1100],
    [1051, 1200],
  ]);
  expect(await unsentCount(db)).toBe(0);
});

test('[OB2][CL3] what was answered is kept before what is answered after it, and before the queue may forget it', async () => {
  const db = newDatabase();
  const entries = Array.from({ length: 700 }, () => ({ id: crypto.randomUUID(), action: REFUSED }));
  await db.transaction('rw', db.outbox, db.meta, () => appendMany(db, entries, NOW));
  const sent: { first: number; acknowledged: number }[] = [];
  const push = async ({ mutations, acknowledged }: Push) => {
    sent.push({ first: mutations[0]?.number ?? 0, acknowledged });
    const refused = mutations.map(({ id, number }) => ({
      id,
      number,
      refusal: { kind: 'not_found', path: '' } as const,
    }));
    return { lastNumber: mutations.at(-1)?.number ?? 0, seq: 1, refused };
  };
  // As if the device ended after the second batch had left and before the first answer was kept.
  const end = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  db.parked.hook('creating', end);
  await expect(pushAll(db, transport({ push }), clock)).rejects.toMatchObject({ kind: 'storage_full' });
  expect(sent).toEqual([
    { first: 1, acknowledged: 0 },
    { first: 101, acknowledged: 0 },
  ]);
  expect([await unsentCount(db), await db.parked.count()]).toEqual([700, 0]);

  db.parked.hook('creating').unsubscribe(end);
  await pushAll(db, transport({ push }), clock);
  expect(sent.slice(2)).toEqual([
    { first: 1, acknowledged: 0 },
    { first: 101, acknowledged: 0 },
    { first: 601, acknowledged: 100 },
  ]);
  expect([await unsentCount(db), await db.parked.count()]).toEqual([0, 700]);
});
