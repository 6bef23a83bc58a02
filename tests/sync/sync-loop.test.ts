import { expect, test, vi } from 'vitest';
import type { AccountDatabase } from '../../storage/database.ts';
import { FRESH_SCHEDULE, readMeta, writeMeta } from '../../storage/meta.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { syncStatus } from '../../storage/status.ts';
import { backOff } from '../../sync/back-off.ts';
import { SyncError } from '../../sync/errors.ts';
import { createSync, type SyncParts } from '../../sync/sync-loop.ts';
import type { Push } from '../../sync/transport.ts';
import { NOW } from '../desk/samples.ts';
import { saveOne } from '../storage/acts.ts';
import { newDatabase, OTHER_EPOCH, page, picture } from '../storage/device.ts';
import { transport } from './answers.ts';

/** A device whose clock the test moves; the locks are the real ones of the platform. */
function device(over: Partial<SyncParts> = {}) {
  const time = { now: NOW };
  const db = newDatabase();
  const report = vi.fn();
  const parts: SyncParts = {
    db,
    transport: transport(),
    signedIn: async () => true,
    locks: navigator.locks,
    clock: () => time.now,
    random: () => 0.5,
    report,
    ...over,
  };
  return { db: parts.db as AccountDatabase, time, report, sync: createSync(parts), parts };
}

const failing = (error: unknown) => transport({ push: () => Promise.reject(error), pull: () => Promise.reject(error) });

test('a flight sends, fetches, uploads and says when it was', async () => {
  const putPicture = vi.fn(async () => {});
  const db = newDatabase();
  const { id } = await saveOne(db, 'a', { picture: picture() });
  const pull = async () => {
    const row = await db.clips.get(id);
    return page([{ kind: 'clip', id, row: row === undefined ? null : { ...row, receivedAt: NOW } }], { seq: 1 });
  };
  const { sync } = device({ db, transport: transport({ putPicture, pull }) });
  expect(await sync.run('act')).toMatchObject({ attempts: 0, nextTryAt: null, lastProblem: null, lastSyncAt: NOW });
  expect(await unsentCount(db)).toBe(0);
  expect(await db.outbox.count()).toBe(0);
  expect(putPicture).toHaveBeenCalledOnce();
  expect(await db.uploads.count()).toBe(0);
});

test('[PU2] one flight at a time, from however many pages; a call during a flight gets one of its own', async () => {
  const db = newDatabase();
  await saveOne(db, 'first');
  let inFlight = 0;
  let most = 0;
  const answers = transport();
  const gate = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const push = async (request: Push) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    reached.resolve();
    await gate.promise;
    inFlight -= 1;
    return answers.push(request);
  };
  const pages = [device({ db, transport: transport({ push }) }), device({ db, transport: transport({ push }) })];
  const flights = pages.flatMap(({ sync }) => [sync.run('act'), sync.run('act')]);
  await reached.promise;
  await saveOne(db, 'kept during the flight');
  flights.push(...pages.map(({ sync }) => sync.run('act')));
  gate.resolve();
  await Promise.all(flights);
  expect(most).toBe(1);
  expect(await unsentCount(db)).toBe(0);
});

test('[PU2] calls before a flight begins share it, with the strongest of their reasons', async () => {
  const pull = vi.fn(async () => page([], { seq: 1 }));
  const { db, sync } = device({ transport: transport({ pull }) });
  await writeMeta(db, 'schedule', { ...FRESH_SCHEDULE, nextTryAt: NOW + 1 });
  let flights: unknown[] = [];
  await navigator.locks.request(`clipdesk-sync:${db.name}`, async () => {
    flights = [sync.run('timer'), sync.run('act'), sync.run('poke')];
  });
  expect(new Set(flights).size).toBe(1);
  await Promise.all(flights);
  expect(pull).toHaveBeenCalledTimes(1);
});

test('[PU5] failures back off further each time and the plan outlives the worker', async () => {
  const { db, time, parts } = device({ transport: failing(new SyncError('unreachable')) });
  await saveOne(db);
  const waits: number[] = [];
  for (let index = 0; index < 12; index += 1) {
    // A new loop each time, as after the worker's death: only the database remembers.
    const plan = await createSync(parts).run('timer');
    waits.push((plan.nextTryAt ?? 0) - time.now);
    time.now = plan.nextTryAt ?? 0;
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits[0]).toBe(5_000);
  expect(waits.at(-1)).toBe(1_800_000);
  expect(await unsentCount(db)).toBe(1);
  expect((await syncStatus(db)).schedule).toMatchObject({ attempts: 12, lastProblem: 'unreachable' });
});

test('[PU5] before the planned time a timer does nothing; an act or the network coming back does', async () => {
  const pull = vi.fn(() => Promise.reject(new SyncError('unreachable')));
  const { sync } = device({ transport: transport({ pull }) });
  await sync.run('timer');
  await sync.run('timer');
  await sync.run('poke');
  expect(pull).toHaveBeenCalledTimes(1);
  await sync.run('act');
  await sync.run('online');
  expect(pull).toHaveBeenCalledTimes(3);
});

test('[PU5] Retry-After is honoured even when the person asks, and forgotten after success', async () => {
  const pull = vi.fn(async () => page([], { seq: 1 }));
  pull.mockRejectedValueOnce(new SyncError('busy', { retryAfterMs: 60_000 }));
  const { sync, time } = device({ transport: transport({ pull }) });
  expect(await sync.run('asked')).toMatchObject({ nextTryAt: NOW + 60_000, lastProblem: 'busy', pausedBecause: null });
  time.now += 59_999;
  await sync.run('asked');
  expect(pull).toHaveBeenCalledTimes(1);
  time.now += 1;
  expect(await sync.run('timer')).toMatchObject({ attempts: 0, askedToWaitUntil: null, lastProblem: null });
});

test('[PU5] what a clock planned that was wrong by years is not waited for once it is right', async () => {
  const pull = vi.fn(async () => page([], { seq: 1 }));
  const refused = new SyncError('busy', { retryAfterMs: 60_000 });
  pull.mockRejectedValueOnce(refused).mockRejectedValueOnce(new SyncError('unreachable'));
  const { sync, time } = device({ transport: transport({ pull }) });
  const years = 20 * 365 * 86_400_000;
  time.now += years;
  await sync.run('asked');
  time.now -= years;
  expect(await sync.run('asked')).toMatchObject({ lastProblem: 'unreachable' });
  time.now += years;
  await sync.run('act');
  expect(pull).toHaveBeenCalledTimes(3);
});

test.each(['sign_in', 'update_extension', 'update_queue'] as const)(
  '[PU5][OB3][PV3] %s pauses, keeps everything and takes more, and ends when the person or an update says so',
  async (kind) => {
    const answers = transport();
    const push = vi.fn(answers.push);
    push.mockRejectedValueOnce(new SyncError(kind));
    const { db, sync, time } = device({ transport: transport({ push }) });
    await saveOne(db);
    expect(await sync.run('act')).toMatchObject({ pausedBecause: kind, nextTryAt: null });
    time.now += 86_400_000;
    for (const reason of ['act', 'timer', 'online', 'poke'] as const) await sync.run(reason);
    expect(push).toHaveBeenCalledTimes(1);
    await saveOne(db, 'while paused');
    expect([await unsentCount(db), await db.parked.count()]).toEqual([2, 0]);
    expect(await sync.run('asked')).toMatchObject({ pausedBecause: null, lastProblem: null });
    expect(await unsentCount(db)).toBe(0);
  },
);

test('[PU4] a login page in between is tried again later and settles nothing', async () => {
  const { db, sync } = device({ transport: failing(new SyncError('not_a_queue')) });
  await saveOne(db);
  expect(await sync.run('act')).toMatchObject({ lastProblem: 'not_a_queue', pausedBecause: null });
  expect(await unsentCount(db)).toBe(1);
});

test('[CL7] a restored queue is pulled first, then everything goes under a new identity', async () => {
  const answers = transport();
  const push = async (request: Push) => {
    if (request.epoch !== OTHER_EPOCH) throw new SyncError('epoch_changed');
    return answers.push(request);
  };
  const pull = async () => page([], { seq: 1, reset: true, epoch: OTHER_EPOCH });
  const { db, sync } = device({ transport: transport({ push, pull }) });
  const { id } = await saveOne(db);
  const { clientId } = await readMeta(db, 'client');
  expect(await sync.run('act')).toMatchObject({ lastProblem: null });
  expect(answers.pushed).toMatchObject([{ epoch: OTHER_EPOCH, acknowledged: 0, mutations: [{ id, number: 1 }] }]);
  expect(answers.pushed[0]?.clientId).not.toBe(clientId);
});

test('[CL7] a queue that names one history in a push and another in a pull is not asked for ever', async () => {
  const push = vi.fn(() => Promise.reject(new SyncError('epoch_changed')));
  const { db, sync } = device({ transport: transport({ push }) });
  await saveOne(db);
  expect(await sync.run('act')).toMatchObject({ lastProblem: 'failed' });
  expect(push.mock.calls.length).toBeLessThan(5);
  expect(await unsentCount(db)).toBe(1);
});

test('a mistake of ours is reported, and the next try is planned all the same', async () => {
  const bug = new TypeError('a bug');
  const { sync, report } = device({ transport: failing(bug) });
  expect(await sync.run('act')).toMatchObject({ lastProblem: 'failed', attempts: 1 });
  expect(report).toHaveBeenCalledWith(bug);
});

test('an account that was left ends the flight and plans nothing', async () => {
  const db = newDatabase();
  const pull = async () => {
    await db.delete({ disableAutoOpen: true });
    return page([], { seq: 1 });
  };
  const { sync, report } = device({ db, transport: transport({ pull }) });
  await expect(sync.run('act')).rejects.toMatchObject({ kind: 'storage_closed' });
  expect(report).not.toHaveBeenCalled();
});

test('[VI3] once the account was left in another page, a flight sends and fetches no more', async () => {
  const answers = transport();
  const pull = vi.fn(answers.pull);
  let signedIn = true;
  const push = async (request: Push) => {
    signedIn = false;
    return answers.push(request);
  };
  const db = newDatabase();
  await saveOne(db);
  const { sync } = device({ db, transport: transport({ push, pull }), signedIn: async () => signedIn });
  await expect(sync.run('act')).rejects.toMatchObject({ kind: 'storage_closed' });
  await saveOne(db, 'later');
  await expect(sync.run('asked')).rejects.toMatchObject({ kind: 'storage_closed' });
  expect(answers.pushed).toHaveLength(1);
  expect(pull).not.toHaveBeenCalled();
  expect(await readMeta(db, 'schedule')).toEqual(FRESH_SCHEDULE);
});

test('the wait is anywhere up to a bound that doubles, from 5 seconds to an hour', () => {
  expect(backOff(1, () => 0)).toBe(5_000);
  expect(backOff(1, () => 1)).toBe(10_000);
  expect(backOff(5, () => 0.5)).toBe(80_000);
  expect(backOff(50, () => 1)).toBe(3_600_000);
});

test('a broken plan does not stop the loop for good', async () => {
  const { db, sync } = device();
  await writeMeta(db, 'schedule', { attempts: 'many' } as never);
  expect(await sync.run('act')).toMatchObject({ attempts: 0, lastSyncAt: NOW });
});
